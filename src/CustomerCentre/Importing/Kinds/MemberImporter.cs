using CustomerCentre.Data;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Importing.Kinds;

internal sealed class MemberImporter(CustomerCentreDb db, TimeProvider time) : ILineImporter
{
    public async Task Apply(Batch batch, CancellationToken cancellationToken)
    {
        var lines = batch.Read(MemberLine.Read);
        var known = await db.CustomersByNumber(lines.Select(line => line.Data.CustomerNumber), customers => customers.Include(c => c.Members), cancellationToken);
        var emails = lines.Select(line => line.Data.Email.Normalized).Distinct().ToList();
        var accounts = await db.Users.Where(account => EF.Parameter(emails).Contains(account.NormalizedEmail!)).AsNoTracking()
            .ToDictionaryAsync(account => account.NormalizedEmail!, account => account.JoinedIntoId ?? account.Id, cancellationToken);
        var disputed = (await db.StandingDisputes().Where(dispute => accounts.Values.Contains(dispute.AccountId))
            .Select(dispute => new { dispute.AccountId, dispute.CustomerId }).ToListAsync(cancellationToken)).ConvertAll(dispute => (dispute.AccountId, dispute.CustomerId)).ToHashSet();
        foreach (var (line, data) in lines)
        {
            if (known.TryGetValue(data.CustomerNumber, out var customer))
                Apply(line, data, customer, accounts, disputed);
            else
                line.Refuse(nameof(data.CustomerNumber), ImportTexts.UnknownCustomer);
        }
    }

    private void Apply(Line line, MemberLine data, Customer customer, Dictionary<string, Guid> accounts, HashSet<(Guid Account, Guid? Customer)> disputed)
    {
        var member = accounts.TryGetValue(data.Email.Normalized, out var accountId) ? customer.Members.FirstOrDefault(m => m.AccountId == accountId) : null;
        if (member?.Role == data.Role)
            return;
        // Roles are given and taken here; a member that the customer removed or disputed must not come back from an old file.
        if (member is not null || customer.EditedAt is not null || disputed.Contains((accountId, customer.Id)))
        {
            line.Keep(customer.Number.Value, nameof(data.Role), data.Role.ToString(), member?.Role.ToString());
            return;
        }

        db.Add(customer.Admit(accountId == Guid.Empty ? Open(data.Email, accounts) : accountId, data.Role, time.GetUtcNow()));
        line.Outcome = LineOutcome.Added;
    }

    private Guid Open(EmailAddress email, Dictionary<string, Guid> accounts)
    {
        var account = NewAccount.For(email, time.GetUtcNow());
        db.Add(account);
        return accounts[email.Normalized] = account.Id;
    }
}
