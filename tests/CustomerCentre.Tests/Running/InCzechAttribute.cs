using System.Globalization;
using System.Reflection;
using CustomerCentre.Tests.Running;
using Xunit.v3;

[assembly: InCzech]

namespace CustomerCentre.Tests.Running;

/// <summary>Every test begins in Czech, whatever the language of the machine or of the tool that runs it; one about another language says so itself.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class InCzechAttribute : BeforeAfterTestAttribute
{
    private static readonly CultureInfo Czech = CultureInfo.GetCultureInfo("cs");

    public override void Before(MethodInfo methodUnderTest, IXunitTest test) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Czech, Czech);
}
