using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Tests.Domain.Accounts;

public sealed class SignInProofsTests
{
    [Theory]
    [InlineData(SignInProofs.None, false)]
    [InlineData(SignInProofs.Password, false)]
    [InlineData(SignInProofs.MailedLink, false)]
    [InlineData(SignInProofs.Password | SignInProofs.AppCode, true)]
    [InlineData(SignInProofs.Password | SignInProofs.MailedCode, true)]
    [InlineData(SignInProofs.Password | SignInProofs.RecoveryCode, true)]
    [InlineData(SignInProofs.MailedLink | SignInProofs.AppCode, true)]
    [InlineData(SignInProofs.Passkey, true)]
    public void Two_factors_are_two(SignInProofs proofs, bool areTwo) => proofs.AreTwoFactors().ShouldBe(areTwo);

    [Fact]
    public void Every_way_of_the_second_factor_makes_a_password_two_factors() =>
        Enum.GetValues<FactorWay>().ShouldAllBe(way => (SignInProofs.Password | way.Proof()).AreTwoFactors());
}
