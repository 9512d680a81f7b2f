using System.Net;
using System.Text.Json;
using CustomerCentre.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Tests.Features.Api;

public sealed class CustomersStatusTests
{
    [Fact]
    public async Task A_pair_that_holds_tells_the_least_that_helps()
    {
        await using var world = await ApiWorld.Begin();
        var (token, customer) = (await world.Token(), await world.Customer());

        var answer = await world.Check(token, (ApiWorld.Number, ApiWorld.Register));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldBe(
            """{"asOf":"2026-11-10T11:00:00+00:00","customers":[{"customerId":"1234","registered":true,"productLines":[{"line":"POHODA","entitled":true,"until":"2026-12-31"}]}]}""");
        var check = await world.Portal.Db(db => db.PartnerChecks.SingleAsync());
        (check.CustomerId, check.PartnerId, check.Channel, check.Purpose).ShouldBe((customer.Id, world.PartnerId, CheckChannel.Api, CheckPurpose.Support));
    }

    [Fact]
    public async Task A_wrong_pair_an_unknown_id_and_who_does_not_allow_it_are_the_same_to_the_byte()
    {
        await using var world = await ApiWorld.Begin();
        var token = await world.Token();
        await world.Customer();
        var closed = await world.Customer("5678", "45274649");
        await world.Portal.Db(db => db.Customers.Where(c => c.Id == closed.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.PartnerChecks, false)));

        var wrong = await Text(await world.Check(token, (ApiWorld.Number, "45274649")));
        var unknown = await Text(await world.Check(token, ("9999", ApiWorld.Register)));
        var refused = await Text(await world.Check(token, ("5678", "45274649")));

        wrong.ShouldContain("\"registered\":false");
        unknown.Replace("9999", ApiWorld.Number).ShouldBe(wrong);
        refused.Replace("5678", ApiWorld.Number).ShouldBe(wrong);
        (await world.Portal.Db(db => db.PartnerChecks.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData(0, HttpStatusCode.BadRequest)]
    [InlineData(500, HttpStatusCode.OK)]
    [InlineData(501, HttpStatusCode.BadRequest)]
    public async Task One_to_five_hundred_customers_are_answered(int count, HttpStatusCode expected)
    {
        await using var world = await ApiWorld.Begin();
        await world.Customer();

        var answer = await world.Check(await world.Token(), [.. Enumerable.Repeat((ApiWorld.Number, ApiWorld.Register), count)]);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_its_path()
    {
        await using var world = await ApiWorld.Begin();
        var token = await world.Token();

        var errors = await Errors(await world.Post(token, """{"purpose":"offer","customers":[{"customerId":"1234","registrationNumber":"1"},{"customerId":"no","registrationNumber":""}]}"""));

        errors.EnumerateObject().Select(error => error.Name).ShouldBe(["customers[1].customerId", "customers[1].registrationNumber"]);
        (await Errors(await world.Post(token, """{"customers":[]}"""))).TryGetProperty("purpose", out _).ShouldBeTrue();
        (await Errors(await world.Post(token, """{"purpose":"order","customers":[null]}"""))).TryGetProperty("customers[0].customerId", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_thousand_wrong_pairs_end_the_checks_of_the_day()
    {
        await using var world = await ApiWorld.Begin();
        var token = await world.Token();
        await world.Customer();

        for (var batch = 0; batch < 2; batch++)
            await world.Check(token, [.. Enumerable.Range(0, 500).Select(n => ($"77{batch}{n:0000}", ApiWorld.Register))]);

        var refused = await world.Check(token, (ApiWorld.Number, ApiWorld.Register));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromDays(1));
        (await Text(refused)).ShouldContain("too-many-wrong-pairs");
        (await world.Portal.Db(db => db.Audit.CountAsync(entry => entry.Event == "PartnerChecksLimited"))).ShouldBe(1);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync();

    private static async Task<JsonElement> Errors(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return JsonDocument.Parse(await Text(answer)).RootElement.GetProperty("errors");
    }
}
