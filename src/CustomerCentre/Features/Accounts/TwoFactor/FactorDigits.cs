using CustomerCentre.Data;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Accounts.TwoFactor;

/// <summary>Six digits as a person types them, with or without a space between.</summary>
internal static class FactorDigits
{
    private const int LongestInput = 50;

    public static string? Read(string? typed) => typed is { Length: <= LongestInput } ? CallerDigits.Read(typed) : null;

    /// <summary>Six digits, or a recovery code.</summary>
    public static IRuleBuilderOptions<T, string> AnyCode<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).Required(() => SafetyTexts.CodeMissing).Must(typed => Read(typed) is not null || RecoveryCode.Read(typed) is not null).WithMessage(_ => SafetyTexts.AnyCodeShape);

    public static IRuleBuilderOptions<T, string> SixDigits<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).Required(() => SafetyTexts.CodeMissing).Must(typed => Read(typed) is not null).WithMessage(_ => SafetyTexts.CodeShape);
}
