using CustomerCentre.Domain;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Importing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Data.Demo;

/// <summary>Fills an empty database with made-up customers and people, through the same door by which real data comes in.</summary>
internal static class DemoWorlds
{
    /// <summary>Loads all of it or, when a single account, customer or product is there, nothing.</summary>
    public static async Task LoadIfEmpty(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CustomerCentreDb>();
        var time = services.GetRequiredService<TimeProvider>();
        await db.InTransaction(
            async token =>
            {
                if (await db.Users.AnyAsync(token) || await db.Customers.AnyAsync(token) || await db.Products.AnyAsync(token))
                    return false;
                foreach (var source in DemoFiles.All(time.Today()))
                    await Load(services, source);
                for (Guid? last = Guid.Empty; last is { } from;)
                    last = await DefaultSupport.GiveToNext(db, services.GetRequiredService<SupportRule>(), from, ImportRun.BatchSize, token);
                await DemoPeople.Add(db, services.GetRequiredService<IPasswordHasher<Account>>(), time.GetUtcNow(), token);
                await OldDemoPasswords.Add(db, services, time.GetUtcNow(), token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Licence numbers that a visitor can register: some of the first partner's stock that nobody has registered yet. The numbers are as made up as the rest.</summary>
    public static async Task<List<string>> NumbersToTry(CustomerCentreDb db, CancellationToken cancellationToken)
    {
        var numbers = await db.Licences
            .Where(licence => licence.State == Domain.Licences.LicenceState.Sold && db.PartnerMembers.Any(member => member.PartnerId == licence.PartnerId
                && db.Users.Any(account => account.Id == member.AccountId && account.IsDemo)))
            .OrderBy(licence => licence.DeliveredOn).Take(3)
            .SelectMany(licence => licence.Numbers.Where(number => number.IsCurrent).Select(number => number.Number)).ToListAsync(cancellationToken);
        return numbers.ConvertAll(number => number.Display);
    }

    private static async Task Load(IServiceProvider services, ImportSource source)
    {
        using var reader = SourceReader.Open(source);
        while (reader.Read(ImportRun.BatchSize) is { Count: > 0 } lines)
        {
            var batch = await BatchWriter.Save(services, reader.Header, lines, isSupportToCome: true);
            if (batch.Lines.SelectMany(line => line.Problems).FirstOrDefault() is { } problem)
                throw new InvalidOperationException($"{source.Name}, line {problem.Line}, {problem.Column}: {problem.Reason}");
        }
    }
}
