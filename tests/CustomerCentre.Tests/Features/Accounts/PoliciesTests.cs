using CustomerCentre.Domain.Accounts;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Accounts;

public sealed class PoliciesTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Every_policy_can_be_named_by_a_page()
    {
        var provider = portal.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        var names = typeof(Policies).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToList();
        names.ShouldNotBeEmpty();
        foreach (var name in names)
            (await provider.GetPolicyAsync(name)).ShouldNotBeNull(name);
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData(OperatorRole.Agent, true, false)]
    [InlineData(OperatorRole.Auditor, false, false)]
    [InlineData(OperatorRole.Administrator, true, true)]
    public async Task What_a_person_may_do_is_read_at_each_request(OperatorRole? role, bool isStaff, bool isAdministrator)
    {
        var email = $"role-{role}@example.cz";
        var browser = await portal.SignedIn(email);
        if (role is { } given)
            await portal.Db(db =>
            {
                db.Add(new StaffMember(db.Users.Single(a => a.Email == email).Id, given, portal.Time.GetUtcNow()));
                return db.SaveChangesAsync();
            });

        var answer = await portal.Server.SendAsync(http =>
        {
            (http.Request.Scheme, http.Request.Host, http.Request.Path) = ("https", new("localhost"), "/account/profile");
            http.Request.Headers.Cookie = $"__Host-session={browser.Cookies["__Host-session"]}";
        }, TestContext.Current.CancellationToken);
        var authorization = portal.Services.GetRequiredService<IAuthorizationService>();
        (await authorization.AuthorizeAsync(answer.User, Policies.SignedIn)).Succeeded.ShouldBeTrue();
        (await authorization.AuthorizeAsync(answer.User, Policies.SupportStaff)).Succeeded.ShouldBe(isStaff);
        (await authorization.AuthorizeAsync(answer.User, Policies.OperatorAdministrator)).Succeeded.ShouldBe(isAdministrator);
        (await authorization.AuthorizeAsync(answer.User, Policies.PartnerMember)).Succeeded.ShouldBeFalse();
    }
}
