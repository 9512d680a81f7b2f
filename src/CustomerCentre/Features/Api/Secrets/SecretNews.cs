using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Mail;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Api.Secrets;

/// <summary>Mails a partner's managers, in the caller's transaction.</summary>
public sealed class SecretNews(CustomerCentreDb db, Outbox outbox)
{
    public async Task Tell(Guid partnerId, Func<Letter> write, CancellationToken cancellationToken)
    {
        var managers = await db.Users.AsNoTracking()
            .Where(account => db.PartnerMembers.Any(member => member.AccountId == account.Id && member.PartnerId == partnerId && member.Role == PartnerRole.Manager))
            .Select(account => new { account.Email, account.Language }).ToListAsync(cancellationToken);
        foreach (var manager in managers)
            outbox.Add(EmailAddress.Parse(manager.Email!), manager.Language, write);
    }
}
