using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>What a mailed "that was not us" is about. Changes nothing: mail scanners open links too.</summary>
public static class ReadDispute
{
    /// <summary>A class, because the token is a secret.</summary>
    [Allow(Policies.Anyone)]
    public sealed class Query : IRequest<Result<Answer>>
    {
        public required string Token { get; init; }
    }

    /// <param name="Email">Whose access is disputed; nothing when the link is of no more use.</param>
    /// <param name="Customer">Name of the customer; nothing when the link is of no more use.</param>
    public sealed record Answer(LinkState State, string? Email, string? Customer);

    public sealed class Handler(CustomerCentreDb db, TimeProvider time) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query query, CancellationToken cancellationToken)
        {
            var hash = MailedLink.HashOf(query.Token);
            var link = await db.MailedLinks.AsNoTracking()
                .SingleOrDefaultAsync(l => l.TokenHash == hash && l.Purpose == LinkPurpose.DisputeMember, cancellationToken);
            if (link is null)
                return Result<Answer>.NotFound;
            if (link.StateAt(time.GetUtcNow()) is not LinkState.Valid and var state)
                return new Answer(state, null, null);
            var about = await db.Members.Where(member => member.Id == link.SubjectId)
                .Select(member => new
                {
                    Email = db.Users.Where(account => account.Id == member.AccountId).Select(account => account.Email).FirstOrDefault(),
                    Customer = db.Customers.Where(customer => customer.Id == member.CustomerId).Select(customer => customer.Details.Name).FirstOrDefault(),
                })
                .SingleOrDefaultAsync(cancellationToken);
            return about is null ? new Answer(LinkState.Used, null, null) : new Answer(LinkState.Valid, about.Email, about.Customer);
        }
    }
}
