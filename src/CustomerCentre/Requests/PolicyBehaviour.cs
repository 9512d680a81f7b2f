using System.Reflection;
using MediatR;

namespace CustomerCentre.Requests;

/// <summary>
/// Refuses a request whose <see cref="AllowAttribute"/> the person does not fulfil. It stands here and not in pages, so that no other page or endpoint can
/// go around it, and asks nothing of the answer's type, so that no request slips past it.
/// </summary>
public sealed class PolicyBehaviour<TRequest, TResponse>(CurrentUser user) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
{
    private static readonly string? Policy = typeof(TRequest).GetCustomAttribute<AllowAttribute>()?.Policy;

    /// <inheritdoc />
    /// <exception cref="NotAllowedException">The person is not in the group, or the request names none. <see cref="Sender"/> turns it into an answer.</exception>
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        Policy is not null && user.Fulfils(Policy) ? next() : throw new NotAllowedException();
}

/// <summary>A request was sent by somebody who may not send it.</summary>
public sealed class NotAllowedException : Exception;
