using System.Reflection;
using CustomerCentre.Data;
using MediatR;

namespace CustomerCentre.Requests;

/// <summary>
/// Refuses a request whose <see cref="AllowAttribute"/> the person does not fulfil. It stands here and not in pages, so that no other page or endpoint can
/// go around it, and asks nothing of the answer's type, so that no request slips past it. Staff who see as a member only look: no command passes, and of the member's
/// customers there is only the one.
/// </summary>
public sealed class PolicyBehaviour<TRequest, TResponse>(CurrentUser user, CustomerCentreDb db) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly bool Looks = typeof(TRequest).Name == "Query";
    private static readonly string? Policy = typeof(TRequest).GetCustomAttribute<AllowAttribute>()?.Policy;

    /// <inheritdoc />
    /// <exception cref="NotAllowedException">The person is not in the group, or the request names none. <see cref="Sender"/> turns it into an answer.</exception>
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (Policy is null || !user.Fulfils(Policy) || (user.Seen is not null && !Looks))
            throw new NotAllowedException();
        db.OnlyCustomerId = user.Seen?.CustomerId;
        return next();
    }
}

/// <summary>A request was sent by somebody who may not send it.</summary>
public sealed class NotAllowedException : Exception;
