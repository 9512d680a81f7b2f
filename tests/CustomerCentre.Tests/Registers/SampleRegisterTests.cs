using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class SampleRegisterTests
{
    public static TheoryData<string, string> Known => new()
    {
        { "CZ", "25313142" }, { "CZ", "45274649" }, { "CZ", "27082440" }, { "CZ", "48136450" }, { "CZ", "00177041" }, { "CZ", "01569651" },
        { "CZ", "00006947" }, { "CZ", "99000041" }, { "CZ", "99000130" }, { "CZ", "99000091" }, { "SK", "31322832" }, { "SK", "36244791" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public async Task The_sample_knows_every_number_of_the_domain(string country, string number)
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json("{}"));
        await using var world = new RegisterWorld(stub.Address, mode: "Sample");

        var answer = await world.Register.FindAsync(country, number, RegisterWorld.Token);

        (answer.State, answer.Source, answer.Company!.RegistrationNumber).ShouldBe((RegisterState.Valid, "Sample", number));
        answer.Company.Name.ShouldNotBeNullOrWhiteSpace();
        stub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void The_sample_holds_nothing_but_the_numbers_of_the_domain_and_names_what_is_made_up()
    {
        var companies = new SampleRegister().Companies;

        companies.Select(c => (c.Country, c.RegistrationNumber)).ShouldBe(Known.Select(r => r.Data), ignoreOrder: true);
        companies.Where(c => c.RegistrationNumber.StartsWith("99", StringComparison.Ordinal)).ShouldAllBe(c => c.Name.EndsWith("(vzor)"));
        companies.Where(c => c.PostalCode is not null).ShouldAllBe(c => c.PostalCode!.Length == 5);
    }

    [Fact]
    public async Task Sample_mode_answers_every_kind_of_question()
    {
        await using var world = new RegisterWorld(new("http://127.0.0.1:9"), mode: "Sample");

        (await world.Register.FindAsync("CZ", "12345679", RegisterWorld.Token)).State.ShouldBe(RegisterState.Invalid);
        (await world.Register.SearchAsync("PEKARNA", RegisterWorld.Token)).Companies.ShouldHaveSingleItem().RegistrationNumber.ShouldBe("99000041");
        (await world.Register.CheckVatAsync("CZ25313142", RegisterWorld.Token)).Name.ShouldBe("STORMWARE s.r.o.");
        (await world.Register.CheckVatAsync("SK2022749619", RegisterWorld.Token)).State.ShouldBe(RegisterState.Valid);
        (await world.Register.CheckVatAsync("SK2022749618", RegisterWorld.Token)).State.ShouldBe(RegisterState.Invalid);
    }

    [Fact]
    public async Task Off_mode_asks_nobody()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json(Replies.Cez));
        await using var world = new RegisterWorld(stub.Address, "Development", "Off");

        (await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token))
            .ShouldBe(new CompanyAnswer(RegisterState.Unknown, null, "", RegisterWorld.Now));
        (await world.Register.SearchAsync("čez", RegisterWorld.Token)).State.ShouldBe(CompanySearchState.Unknown);
        (await world.Register.CheckVatAsync("CZ45274649", RegisterWorld.Token)).State.ShouldBe(RegisterState.Unknown);
        stub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task In_development_without_network_the_sample_answers_and_says_so()
    {
        var (address, holder) = RegisterWorld.Refusing();
        using var _ = holder;
        await using var world = new RegisterWorld(address, "Development");

        var known = await world.Register.FindAsync("CZ", "25313142", RegisterWorld.Token);
        var stranger = await world.Register.FindAsync("CZ", "12345679", RegisterWorld.Token);

        (known.State, known.Source, known.Company!.Name).ShouldBe((RegisterState.Valid, "Sample", "STORMWARE s.r.o."));
        (stranger.State, stranger.Source).ShouldBe((RegisterState.Unknown, "ARES"));
        (await world.Register.SearchAsync("stormware", RegisterWorld.Token)).Source.ShouldBe("Sample");
        (await world.Register.CheckVatAsync("CZ25313142", RegisterWorld.Token)).Source.ShouldBe("Sample");
    }

    [Fact]
    public async Task In_development_a_silent_network_counts_as_none()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Hang());
        await using var world = new RegisterWorld(stub.Address, "Development", timeOut: 200);

        (await world.Register.FindAsync("SK", "36244791", RegisterWorld.Token)).Source.ShouldBe("Sample");
    }

    [Fact]
    public async Task In_development_an_error_of_the_register_is_no_reason_for_the_sample()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Json("{}", 500));
        await using var world = new RegisterWorld(stub.Address, "Development");

        var answer = await world.Register.FindAsync("CZ", "25313142", RegisterWorld.Token);

        (answer.State, answer.Source).ShouldBe((RegisterState.Unknown, "ARES"));
    }
}
