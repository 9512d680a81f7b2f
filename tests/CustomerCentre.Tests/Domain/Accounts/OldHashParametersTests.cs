using CustomerCentre.Domain.Accounts;

namespace CustomerCentre.Tests.Domain.Accounts;

public sealed class OldHashParametersTests
{
    [Theory]
    [InlineData("")]
    [InlineData("t=10000")]
    [InlineData("t=2,m=19456,p=2,l=64")]
    [InlineData("salt=after,text=utf-16")]
    public void What_is_written_reads_back(string text) => OldHashParameters.TryParse(text)!.ToString().ShouldBe(text);

    [Theory]
    [InlineData("t=0")]
    [InlineData("t=-1")]
    [InlineData("t=99999999999")]
    [InlineData("m=9999999")]
    [InlineData("m=8,p=2")]
    [InlineData("salt=middle")]
    [InlineData("x=1")]
    [InlineData("t")]
    public void What_is_unknown_or_asks_for_too_much_is_refused(string text) => OldHashParameters.TryParse(text).ShouldBeNull();
}
