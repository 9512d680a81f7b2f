using CustomerCentre.Registers;

namespace CustomerCentre.Tests.Registers;

public sealed class ViesTests
{
    private static async Task<(VatAnswer Answer, IReadOnlyList<string> Requests)> Check(string vatNumber, params Reply[] replies)
    {
        await using var stub = await RegisterStub.StartAsync(replies);
        await using var world = new RegisterWorld(stub.Address);
        await world.Register.CheckVatAsync(vatNumber, RegisterWorld.Token);
        return (await world.Register.CheckVatAsync(vatNumber, RegisterWorld.Token), stub.Requests);
    }

    [Fact]
    public async Task A_valid_number_comes_with_its_holder_and_is_asked_about_once()
    {
        var (answer, requests) = await Check("CZ25313142", Replies.Json(
            """{"countryCode":"CZ","vatNumber":"25313142","valid":true,"name":"STORMWARE s.r.o.","address":"Za Prachárnou 4962/45\nJIHLAVA","traderName":"---"}"""));

        answer.ShouldBe(new VatAnswer(RegisterState.Valid, "STORMWARE s.r.o.", "Za Prachárnou 4962/45\nJIHLAVA", "VIES", RegisterWorld.Now));
        requests.ShouldBe(["""POST /check-vat-number {"countryCode":"CZ","vatNumber":"25313142"}"""]);
    }

    [Fact]
    public async Task An_invalid_number_is_invalid_and_asked_about_once()
    {
        var (answer, requests) = await Check("SK2022749618", Replies.Json("""{"valid":false,"name":"---","address":"---"}"""));

        answer.ShouldBe(new VatAnswer(RegisterState.Invalid, null, null, "VIES", RegisterWorld.Now));
        requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(Replies.StateUnavailable)]
    [InlineData("""{"actionSucceed":false,"errorWrappers":[{"error":"INVALID_INPUT"}]}""")]
    [InlineData("""{"actionSucceed":false,"valid":false}""")]
    [InlineData("""{"name":"bez verdiktu"}""")]
    public async Task An_error_inside_a_success_is_unknown_and_not_remembered(string body)
    {
        var (answer, requests) = await Check("CZ25313142", Replies.Json(body));

        answer.ShouldBe(new VatAnswer(RegisterState.Unknown, null, null, "VIES", RegisterWorld.Now));
        requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("US123456789")]
    [InlineData("GB123456789")]
    [InlineData("25313142")]
    [InlineData("CZ")]
    [InlineData("")]
    public async Task A_number_of_a_country_outside_VIES_is_not_asked(string vatNumber)
    {
        var (answer, requests) = await Check(vatNumber, Replies.Json("""{"valid":true}"""));

        answer.ShouldBe(new VatAnswer(RegisterState.Unknown, null, null, "", RegisterWorld.Now));
        requests.ShouldBeEmpty();
    }
}
