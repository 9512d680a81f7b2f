using System.Net;
using System.Text.Json;
using CustomerCentre.Features.Api;

namespace CustomerCentre.Tests.Features.Api;

public sealed class ApiFrameTests
{
    public static TheoryData<string, string, string, HttpStatusCode> BadRequests => new()
    {
        { "POST", "{", "application/json", HttpStatusCode.BadRequest },
        { "POST", "", "application/json", HttpStatusCode.BadRequest },
        { "POST", "null", "application/json", HttpStatusCode.BadRequest },
        { "POST", """{"purpose":"curiosity","customers":[]}""", "application/json", HttpStatusCode.BadRequest },
        { "POST", "purpose=support", "application/x-www-form-urlencoded", HttpStatusCode.UnsupportedMediaType },
        { "POST", new string(' ', ApiSetup.LongestBody + 1), "application/json", HttpStatusCode.RequestEntityTooLarge },
        { "POST", """{"purpose":7,"customers":[]}""", "application/json", HttpStatusCode.BadRequest },
        { "PUT", "{}", "application/json", HttpStatusCode.MethodNotAllowed },
    };

    [Theory]
    [MemberData(nameof(BadRequests))]
    public async Task What_cannot_be_read_is_told_as_a_problem(string method, string body, string type, HttpStatusCode expected)
    {
        await using var world = await ApiWorld.Begin();
        var request = new HttpRequestMessage(new(method), "/api/v1/customers/status") { Content = new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue(type)) };
        request.Headers.Authorization = new("Bearer", await world.Token());

        await IsProblem(await world.Http.SendAsync(request), expected);
    }

    [Fact]
    public async Task Without_a_token_or_an_endpoint_there_is_a_problem_too()
    {
        await using var world = await ApiWorld.Begin();

        await IsProblem(await world.Get(null, "/api/v1/stock"), HttpStatusCode.Unauthorized);
        await IsProblem(await world.Get("nonsense", "/api/v1/stock"), HttpStatusCode.Unauthorized);
        await IsProblem(await world.Get(new string('x', 10_000), "/api/v1/stock"), HttpStatusCode.Unauthorized);
        await IsProblem(await world.Get(null, "/api/v1/nothing"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_api_knows_no_cookies_and_keeps_nothing()
    {
        await using var world = await ApiWorld.Begin();
        var answer = await world.Get(await world.Token(), "/api/v1/stock");

        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
        answer.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Fact]
    public async Task A_partner_asks_so_often_and_sees_what_is_left()
    {
        await using var world = await ApiWorld.Begin();
        var token = await world.Token();
        var first = await world.Get(token, "/api/v1/stock");
        first.Headers.GetValues("RateLimit-Policy").Single().ShouldBe("\"partner\";q=600;w=60");
        first.Headers.GetValues("RateLimit").Single().ShouldBe("\"partner\";r=599;t=60");
        world.Portal.Time.Advance(TimeSpan.FromSeconds(20));
        for (var request = 1; request < 600; request++)
            await world.Get(token, "/api/v1/stock");

        var refused = await world.Get(token, "/api/v1/stock");
        await IsProblem(refused, HttpStatusCode.TooManyRequests);
        refused.Headers.GetValues("RateLimit").Single().ShouldBe("\"partner\";r=0;t=40");
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(40));
        world.Portal.Time.Advance(TimeSpan.FromSeconds(40));
        (await world.Get(token, "/api/v1/stock")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status)
    {
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var text = await answer.Content.ReadAsStringAsync();
        text.ShouldNotContain("Exception");
        var problem = JsonDocument.Parse(text).RootElement;
        problem.GetProperty("status").GetInt32().ShouldBe((int)status);
        problem.GetProperty("type").GetString().ShouldStartWith("/api#");
        problem.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
        problem.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }
}
