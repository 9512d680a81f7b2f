using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class OutageTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_hanging_register_is_unknown_when_its_time_is_up(bool afterHead)
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Hang(afterHead));
        await using var world = new RegisterWorld(stub.Address, timeOut: 200);

        var answer = await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token)
            .WaitAsync(TimeSpan.FromSeconds(8), RegisterWorld.Token);

        answer.State.ShouldBe(RegisterState.Unknown);
        stub.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("CZ", "ARES")]
    [InlineData("SK", "RPO")]
    public async Task A_refused_connection_is_unknown(string country, string source)
    {
        var (address, holder) = RegisterWorld.Refusing();
        using var _ = holder;
        await using var world = new RegisterWorld(address);

        var answer = await world.Register.FindAsync(country, "45274649", RegisterWorld.Token);

        answer.ShouldBe(new CompanyAnswer(RegisterState.Unknown, null, source, RegisterWorld.Now));
    }

    [Fact]
    public async Task A_search_and_a_VAT_check_survive_a_refused_connection()
    {
        var (address, holder) = RegisterWorld.Refusing();
        using var _ = holder;
        await using var world = new RegisterWorld(address);

        (await world.Register.SearchAsync("stormware", RegisterWorld.Token)).State.ShouldBe(CompanySearchState.Unknown);
        (await world.Register.CheckVatAsync("CZ25313142", RegisterWorld.Token)).State.ShouldBe(RegisterState.Unknown);
    }

    [Fact]
    public async Task An_outage_is_logged_as_a_warning_without_the_question()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Cut());
        await using var world = new RegisterWorld(stub.Address);

        await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token);
        await world.Register.CheckVatAsync("CZ9055011251", RegisterWorld.Token);
        await world.Register.SearchAsync("Novákovi", RegisterWorld.Token);

        world.Lines.ShouldContain(l => l.StartsWith("Warning ARES did not answer: no answer"));
        world.Lines.ShouldContain(l => l.StartsWith("Warning VIES did not answer: no answer"));
        world.Lines.ShouldNotContain(l => l.Contains("45274649") || l.Contains("9055011251") || l.Contains("ovákovi", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_caller_who_leaves_gets_a_cancellation_and_nothing_is_kept()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Hang(), Replies.Json(Replies.Cez));
        await using var world = new RegisterWorld(stub.Address);
        using var leaving = new CancellationTokenSource();

        var asked = world.Register.FindAsync("CZ", "45274649", leaving.Token);
        await Eventually(() => stub.Requests.Count == 1);
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
        (await world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token)).State.ShouldBe(RegisterState.Valid);
    }

    [Fact]
    public async Task A_caller_who_leaves_does_not_take_the_answer_from_another()
    {
        await using var stub = await RegisterStub.StartAsync(Replies.Slowly(Replies.Json(Replies.Cez), 300));
        await using var world = new RegisterWorld(stub.Address);
        using var leaving = new CancellationTokenSource();

        var first = world.Register.FindAsync("CZ", "45274649", leaving.Token);
        var second = world.Register.FindAsync("CZ", "45274649", RegisterWorld.Token);
        await leaving.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).State.ShouldBe(RegisterState.Valid);
        stub.Requests.Count.ShouldBe(1);
    }

    private static async Task Eventually(Func<bool> happened)
    {
        for (var tries = 0; !happened() && tries < 500; tries++)
        {
            await Task.Delay(10, RegisterWorld.Token);
        }

        happened().ShouldBeTrue();
    }
}
