using CustomerCentre.CrashWorker;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Crashes;

/// <summary>Compares the database with the orders and their answers, and says in sentences what does not fit.</summary>
internal sealed class Findings
{
    private List<ProductRegistration> registrations = [];
    private List<Licence> licences = [];
    private List<Customer> customers = [];
    private List<(string Event, Guid? Subject, Guid? Customer)> audit = [];
    private List<(string Kind, string To)> mails = [];
    private Dictionary<Guid, string> emails = [];
    private List<string> damages = [];

    private Findings()
    {
    }

    public static Task<Findings> Read(World world) => world.Db(async db => new Findings
    {
        registrations = await db.Registrations.AsNoTracking().ToListAsync(),
        licences = await db.Licences.AsNoTracking().AsSplitQuery().Include(licence => licence.Numbers).Include(licence => licence.SupportPeriods).ToListAsync(),
        customers = await db.Customers.AsNoTracking().AsSplitQuery().Include(c => c.Numbers).Include(c => c.Members).Include(c => c.Contacts).ToListAsync(),
        audit = [.. (await db.Audit.AsNoTracking().ToListAsync()).Select(entry => (entry.Event, entry.SubjectId, entry.CustomerId))],
        mails = [.. (await db.Outbox.AsNoTracking().ToListAsync()).Select(mail => (mail.Kind, mail.To.Value))],
        emails = await db.Users.ToDictionaryAsync(account => account.Id, account => account.Email!),
        damages = await DatabaseFile.Damages(db),
    });

    /// <summary>How many deeds were in the database before the life began that answered them: they were done, not answered, and found again.</summary>
    public int WrittenBefore(IReadOnlyDictionary<Guid, DateTimeOffset> begun) =>
        registrations.DistinctBy(registration => registration.IntentId).Count(registration => registration.RegisteredAt < begun[registration.IntentId]);

    public IEnumerable<string> Of(IReadOnlyList<Order> orders, IReadOnlyDictionary<Guid, Answer> answers) =>
        [.. damages, .. Whole(orders), .. orders.SelectMany(order => Of(order, answers[order.Id]).Select(finding => $"Order {orders.ToList().IndexOf(order)}: {finding}"))];

    private IEnumerable<string> Whole(IReadOnlyList<Order> orders)
    {
        var opening = orders.Where(order => order.CustomerNumber is null).ToList();
        var (bound, invited) = (orders.Sum(order => order.Licences.Length), opening.Count(order => order.Owner is not null));
        if (registrations.Count != bound || licences.Count(licence => licence.State == LicenceState.Registered) != bound)
            yield return $"{bound} licences were ordered, {registrations.Count} registrations and {licences.Count(l => l.State == LicenceState.Registered)} bound licences are there";
        if (customers.Count != orders.Count)
            yield return $"{customers.Count} customers instead of {orders.Count}";
        if (audit.Count != bound + opening.Count + invited)
            yield return $"{audit.Count} audit entries instead of {bound + opening.Count + invited}";
        if (mails.Count != opening.Count + invited)
            yield return $"{mails.Count} mails instead of {opening.Count + invited}";
        foreach (var number in customers.SelectMany(customer => customer.Numbers).GroupBy(number => number.Number).Where(group => group.Count() > 1))
            yield return $"customer number {number.Key} twice";
    }

    private IEnumerable<string> Of(Order order, Answer answer)
    {
        var customer = customers.SingleOrDefault(c => order.CustomerNumber is null ? c.Id == order.Id : c.Number.Value == order.CustomerNumber);
        if (customer is null)
        {
            yield return "its customer is not there";
            yield break;
        }

        if (!customer.Members.Any(member => member.AccountId == order.Account && member.Role == MemberRole.Manager))
            yield return "the customer has no manager";
        foreach (var finding in order.Licences.SelectMany(number => OfLicence(order, customer, number)))
            yield return finding;
        if (order.CustomerNumber is null)
        {
            foreach (var finding in OfOpening(order, customer, answer))
                yield return finding;
        }
        else if (registrations.SingleOrDefault(r => r.Id == order.Id)?.LicenceId.ToString() != answer.Text)
        {
            yield return "the answer names another licence";
        }
    }

    private IEnumerable<string> OfLicence(Order order, Customer customer, string number)
    {
        var licence = licences.Single(l => l.Numbers.Any(n => n.Number.Value == number));
        if (licence.State != LicenceState.Registered || licence.CustomerId != customer.Id)
            yield return "a licence is not bound to the customer";
        if (registrations.Count(r => r.LicenceId == licence.Id && r.IntentId == order.Id && r.CustomerId == customer.Id && r.AccountId == order.Account) != 1)
            yield return "a licence is not registered exactly once";
        if (!licence.SupportPeriods.Select(period => (period.From, period.Until)).Order().SequenceEqual(Work.SupportOf(order)))
            yield return "support is not as the rule says";
        if (audit.Count(entry => entry == ("LicenceRegistered", licence.Id, customer.Id)) != 1)
            yield return "the registration is not in the audit exactly once";
    }

    private IEnumerable<string> OfOpening(Order order, Customer customer, Answer answer)
    {
        if (customer.Numbers.Count != 1 || customer.Number.Value != answer.Text)
            yield return "the customer has not the one number of the answer";
        if (customer.Contacts.Count != 1)
            yield return "the customer has not one contact";
        if (audit.Count(entry => entry.Event == "CustomerOpened" && entry.Customer == customer.Id) != 1)
            yield return "the opening is not in the audit exactly once";
        if (mails.Count(mail => mail == ("CustomerOpened", emails[order.Account])) != 1)
            yield return "the person was not mailed exactly once";
        if (order.Owner is { } owner && mails.Count(mail => mail == ("OwnerInvited", owner)) != 1)
            yield return "the owner was not invited exactly once";
    }
}
