using System.Net;
using System.Text.Json;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;

namespace CustomerCentre.Tests.Features.Api;

public sealed class StockTests
{
    [Fact]
    public async Task The_number_is_whole_until_somebody_registers_the_licence()
    {
        await using var world = await ApiWorld.Begin();
        var (free, taken) = (await world.Licence(), (Licence?)null);
        var customer = await world.Customer();
        taken = await world.Licence(customer);

        var items = (await Read(world, await world.Token(), "")).Licences;

        var shown = items.Single(item => item.GetProperty("id").GetGuid() == free.Id);
        shown.GetProperty("number").GetString().ShouldBe(NumberOf(free).Display);
        shown.GetProperty("registered").GetBoolean().ShouldBeFalse();
        shown.GetProperty("kind").GetString().ShouldBe("Net3");
        shown.GetProperty("deliveredOn").GetString().ShouldBe("2026-01-05");
        var hidden = items.Single(item => item.GetProperty("id").GetGuid() == taken.Id);
        hidden.TryGetProperty("number", out _).ShouldBeFalse();
        hidden.GetProperty("numberEnding").GetString().ShouldBe(NumberOf(taken).LastFour);
        hidden.GetProperty("registeredAt").GetDateTimeOffset().ShouldBe(world.Portal.Time.GetUtcNow());
    }

    [Fact]
    public async Task Pages_hold_each_licence_once_and_none_of_another_partner()
    {
        await using var world = await ApiWorld.Begin();
        var other = new Partner { Id = Guid.CreateVersion7(), Code = "P2", Name = "Jiný", Country = Country.Czechia };
        await world.Add(other);
        await world.Licence(partnerId: other.Id);
        var mine = new List<Guid>();
        for (var n = 0; n < 5; n++)
            mine.Add((await world.Licence()).Id);
        var token = await world.Token();

        var (first, cursor) = await Read(world, token, "?limit=2");
        var (second, next) = await Read(world, token, $"?limit=2&cursor={cursor}");
        var (third, none) = await Read(world, token, $"?limit=2&cursor={next}");

        first.Concat(second).Concat(third).Select(item => item.GetProperty("id").GetGuid()).ShouldBe(mine, ignoreOrder: true);
        none.ShouldBeNull();
    }

    [Theory]
    [InlineData("?cursor=nonsense")]
    [InlineData("?limit=0")]
    [InlineData("?limit=501")]
    [InlineData("?limit=many")]
    public async Task A_wrong_page_is_refused(string query)
    {
        await using var world = await ApiWorld.Begin();
        var answer = await world.Get(await world.Token(), "/api/v1/stock" + query);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    private static LicenceNumber NumberOf(Licence licence) => licence.Numbers.Single().Number;

    private static async Task<(IReadOnlyList<JsonElement> Licences, string? Cursor)> Read(ApiWorld world, string token, string query)
    {
        var answer = await world.Get(token, "/api/v1/stock" + query);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        var page = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return ([.. page.GetProperty("licences").EnumerateArray()], page.TryGetProperty("nextCursor", out var cursor) ? cursor.GetString() : null);
    }
}
