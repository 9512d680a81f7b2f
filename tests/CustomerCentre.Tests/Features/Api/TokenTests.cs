using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Api.Secrets;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Api;

public sealed class TokenTests
{
    [Fact]
    public async Task A_secret_gives_a_token_for_ten_minutes()
    {
        await using var world = await ApiWorld.Begin();
        var token = await world.Token();

        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.OK);
        world.Portal.Time.Advance(TimeSpan.FromMinutes(10));
        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_secret_may_stand_in_the_header_too()
    {
        await using var world = await ApiWorld.Begin();
        var secret = (await world.Secret()).Text;
        var request = new HttpRequestMessage(HttpMethod.Post, "/connect/token") { Content = new FormUrlEncodedContent([new("grant_type", "client_credentials")]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{world.ClientId}:{secret}")));

        (await world.Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_secret_an_unknown_client_and_a_foreign_secret_give_none_and_read_alike()
    {
        await using var world = await ApiWorld.Begin();
        var mine = (await world.Secret()).Text;

        var wrong = await world.AskForToken("wrong");
        var unknown = await world.AskForToken(mine, client: "partner-P2");
        wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        JsonDocument.Parse(await wrong.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString().ShouldBe("invalid_client");
        unknown.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_expired_secret_gives_no_token_and_ends_those_it_gave()
    {
        await using var world = await ApiWorld.Begin();
        var secret = (await world.Secret(days: 30)).Text;
        world.Portal.Time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        var token = await world.Token(secret);

        world.Portal.Time.Advance(TimeSpan.FromMinutes(1));

        (await world.AskForToken(secret)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_secret_revoked_while_in_use_is_refused_at_the_next_request()
    {
        await using var world = await ApiWorld.Begin();
        var (id, text) = await world.Secret();
        var token = await world.Token(text);
        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await world.Send(new RevokeSecret.Command(id), world.Manager, Policies.PartnerManager)).IsDone.ShouldBeTrue();

        var refused = await world.Get(token, "/api/v1/stock");
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldBe("Bearer error=\"invalid_token\"");
        (await world.AskForToken(text)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_secret_revoked_elsewhere_is_refused_within_a_second()
    {
        await using var world = await ApiWorld.Begin();
        var (id, text) = await world.Secret();
        var token = await world.Token(text);
        await world.Get(token, "/api/v1/stock");

        await world.Portal.Db(db => db.ApiSecrets.Where(secret => secret.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.RevokedAt, world.Portal.Time.GetUtcNow())));
        world.Portal.Time.Advance(TimeSpan.FromSeconds(1));

        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Two_secrets_overlap_and_a_third_is_refused()
    {
        await using var world = await ApiWorld.Begin();
        var (old, oldText) = await world.Secret();
        var (_, newText) = await world.Secret();
        var (before, after) = (await world.Token(oldText), await world.Token(newText));

        var third = await world.Send(new CreateSecret.Command { Id = Guid.CreateVersion7(), Days = 30 }, world.Manager, Policies.PartnerManager);
        third.Outcome.ShouldBe(Outcome.Invalid);

        await world.Send(new RevokeSecret.Command(old), world.Manager, Policies.PartnerManager);
        (await world.Get(before, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await world.Get(after, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_of_one_scope_opens_only_that()
    {
        await using var world = await ApiWorld.Begin();
        var token = await world.Token((await world.Secret()).Text, ApiClient.StockScope);

        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await world.Check(token, (ApiWorld.Number, ApiWorld.Register));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers.WwwAuthenticate.Single().ToString().ShouldContain("insufficient_scope");
        (await world.AskForToken((await world.Secret()).Text, "admin")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Only_one_line_of_use_a_day_and_no_row_for_a_token()
    {
        await using var world = await ApiWorld.Begin();
        var (id, text) = await world.Secret();
        await world.Token(text);
        var used = await world.Portal.Db(db => db.ApiSecrets.Where(secret => secret.Id == id).Select(secret => secret.UsedAt).SingleAsync());

        world.Portal.Time.Advance(TimeSpan.FromHours(1));
        await world.Token(text);

        used.ShouldNotBeNull();
        (await world.Portal.Db(db => db.ApiSecrets.Where(secret => secret.Id == id).Select(secret => secret.UsedAt).SingleAsync())).ShouldBe(used);
        (await world.Portal.Db(db => db.Set<OpenIddict.EntityFrameworkCore.Models.OpenIddictEntityFrameworkCoreToken<Guid>>().CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("/connect/token")]
    [InlineData("/connect/token/")]
    [InlineData("/Connect/Token")]
    public async Task Tokens_are_not_asked_for_without_end(string address)
    {
        await using var world = await ApiWorld.Begin();
        var secret = (await world.Secret()).Text;
        for (var request = 0; request < 30; request++)
            (await world.AskForToken(secret)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var refused = await world.AskForToken(secret, address: address);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        world.Portal.Time.Advance(TimeSpan.FromMinutes(1));
        (await world.AskForToken(secret, address: address)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
