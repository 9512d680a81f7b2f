using CustomerCentre.Data;
using CustomerCentre.Domain.Access;
using CustomerCentre.Domain.Customers;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.AccessRequests;

/// <summary>
/// Who was a contact in the old Customer Centre need not ask for access: the account acts for the customer from its first sign-in, as its confirmed e-mail would prove
/// anyway, and the customer's people may object as always.
/// </summary>
public sealed class ContactsComeAlong(CustomerCentreDb db, AccessGrant grant, TimeProvider time) : IComesAlong
{
    public async Task Bring(Account account, string normalizedEmail, CancellationToken cancellationToken)
    {
        // The grant looks accounts and customers up, so a new one must be there.
        await db.SaveChangesAsync(cancellationToken);
        var disputes = db.StandingDisputes();
        var customers = await db.Customers.AsNoTracking()
            .Where(c => c.DuplicateOfId == null && c.Contacts.Any(contact => contact.NormalizedEmail == normalizedEmail) && !c.Members.Any(member => member.AccountId == account.Id))
            .Select(c => new
            {
                c.Id,
                Number = c.Numbers.Single(number => number.IsCurrent).Number,
                HasManager = c.Members.Any(member => member.Role == MemberRole.Manager),
                IsDisputed = disputes.Any(disputed => disputed.AccountId == account.Id && disputed.CustomerId == c.Id),
            }).ToListAsync(cancellationToken);
        foreach (var customer in customers)
        {
            var now = time.GetUtcNow();
            var request = new AccessRequest(Guid.CreateVersion7(now), account.Id, customer.Number.Value, "", now) { CustomerId = customer.Id };
            if (request.Prove(isMember: false, isContact: true, isHolder: false, customer.IsDisputed, customer.HasManager) is not { } proof)
                continue;
            db.AccessRequests.Add(request);
            await db.SaveChangesAsync(cancellationToken);
            await grant.Carry(request, proof.Proof, proof.Role, null, cancellationToken);
        }
    }
}
