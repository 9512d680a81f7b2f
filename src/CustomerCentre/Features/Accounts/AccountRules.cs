using System.Globalization;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Forms;
using CustomerCentre.Resources;
using FluentValidation;

namespace CustomerCentre.Features.Accounts;

/// <summary>Rules that the forms about accounts share.</summary>
public static class AccountRules
{
    public static IRuleBuilderOptions<T, string?> EmailAddress<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).Required(() => AccountsTexts.EmailMissing).Email();

    /// <summary>A password typed to be verified: whatever it is, it must be something that can be hashed.</summary>
    public static IRuleBuilderOptions<T, string> KnownPassword<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.Cascade(CascadeMode.Stop).Must(text => !string.IsNullOrEmpty(text)).WithMessage(_ => AccountsTexts.PasswordMissing).Readable();

    /// <summary>A password being chosen.</summary>
    public static IRuleBuilderOptions<T, string> NewPassword<T>(this IRuleBuilderInitial<T, string> rule) =>
        rule.KnownPassword()
            .Must(text => PasswordRules.LengthOf(text) >= PasswordRules.MinLength).WithMessage(_ => Say(AccountsTexts.PasswordShort, PasswordRules.MinLength))
            .Must(text => PasswordRules.Normalize(text).Length <= PasswordRules.MaxLength).WithMessage(_ => Say(AccountsTexts.PasswordLong, PasswordRules.MaxLength));

    private static IRuleBuilderOptions<T, string> Readable<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(text => text.Length <= PasswordRules.LongestInput).WithMessage(_ => Say(AccountsTexts.PasswordLong, PasswordRules.MaxLength))
            .Must(PasswordRules.IsReadable).WithMessage(_ => AccountsTexts.PasswordUnreadable);

    private static string Say(string text, int number) => string.Format(CultureInfo.CurrentCulture, text, number);
}
