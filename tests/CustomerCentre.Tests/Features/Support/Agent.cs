using CustomerCentre.Domain.Accounts;
using CustomerCentre.Tests.Features.Licences;
using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Features.Support;

/// <summary>Somebody of the operator's staff.</summary>
internal static class Agent
{
    public static readonly string[] Policies = [CustomerCentre.Requests.Policies.SupportStaff];

    /// <summary>Signed in, in a portal shared by a class of tests.</summary>
    public static async Task<Person> At(Portal portal)
    {
        var person = await Person.At(portal);
        await portal.Db(db =>
        {
            db.Users.Single(account => account.Id == person.Id).Name = "Petra Podporová";
            db.Add(new StaffMember(person.Id, OperatorRole.Agent, portal.Time.GetUtcNow()));
            return db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        return person;
    }

    /// <summary>Presses the button of a reason on the page of a customer.</summary>
    public static async Task<WebPage> Opens(this Person agent, string number, string reason = "Call")
    {
        var gate = await agent.Browser.Get($"/support/customers/{number}");
        return await agent.Browser.Post(gate, "open", ("Opening.Reason", reason));
    }
}
