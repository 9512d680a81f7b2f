using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class MemoryTests
{
    [Fact]
    public async Task A_company_is_asked_about_once()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.Cez));
        await using var world = new RegisterWorld(stub.Address);

        var first = await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token);
        var second = await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token);

        second.ShouldBe(first);
        second.State.ShouldBe(RegisterState.Valid);
        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_number_without_a_company_is_asked_about_once()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.NoSuchCompany, 404));
        await using var world = new RegisterWorld(stub.Address);

        await world.Register.FindAsync("CZ", "12345679", RegisterWorld.Token);
        (await world.Register.FindAsync("CZ", "12345679", RegisterWorld.Token)).State.ShouldBe(RegisterState.Invalid);

        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_is_not_remembered()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Html(), Replies.Json(Replies.Cez));
        await using var world = new RegisterWorld(stub.Address);

        (await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token)).State.ShouldBe(RegisterState.Unknown);
        (await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token)).State.ShouldBe(RegisterState.Valid);
    }

    [Fact]
    public async Task A_country_has_its_own_numbers()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.Cez), Replies.Json("""{"results":[]}"""));
        await using var world = new RegisterWorld(stub.Address);

        (await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token)).State.ShouldBe(RegisterState.Valid);
        (await world.Register.FindAsync("SK", "45274649", RegisterWorld.Token)).State.ShouldBe(RegisterState.Invalid);
    }

    [Fact]
    public async Task Many_askers_of_one_company_share_one_request()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Slowly(Replies.Json(Replies.Cez)));
        await using var world = new RegisterWorld(stub.Address);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token)));

        answers.ShouldAllBe(a => a.State == RegisterState.Valid);
        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_questions_at_most_are_on_the_way_to_ARES()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Slowly(Replies.Json(Replies.NoSuchCompany, 404), 30));
        await using var world = new RegisterWorld(stub.Address);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(n => world.Register.FindAsync("CZ", $"990000{n:00}", RegisterWorld.Token)));

        answers.ShouldAllBe(a => a.State == RegisterState.Invalid);
        stub.Requests.Count.ShouldBe(12);
        stub.MostAtOnce.ShouldBeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Beyond_the_requests_of_a_minute_nobody_is_asked()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.NoSuchCompany, 404));
        await using var world = new RegisterWorld(stub.Address, perMinute: 2);

        var states = new List<RegisterState>();
        foreach (var number in (string[])["99000041", "99000130", "99000091"])
        {
            states.Add((await world.Register.FindAsync("CZ", number, RegisterWorld.Token)).State);
        }

        states.ShouldBe([RegisterState.Invalid, RegisterState.Invalid, RegisterState.Unknown]);
        stub.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("CZ", "4527464")]
    [InlineData("CZ", "45274649\n")]
    [InlineData("CZ", "٤٥٢٧٤٦٤٩")]
    [InlineData("CZ", "../../..")]
    [InlineData("DE", "45274649")]
    public async Task A_question_no_register_can_answer_is_not_asked(string country, string number)
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.Cez));
        await using var world = new RegisterWorld(stub.Address);

        var answer = await world.Register.FindAsync(country, number, RegisterWorld.Token);

        answer.ShouldBe(new CompanyAnswer(RegisterState.Unknown, null, "", RegisterWorld.Now));
        stub.Requests.ShouldBeEmpty();
    }
}
