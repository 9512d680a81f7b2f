using CustomerCentre.Data;
using CustomerCentre.Forms;
using FluentValidation;

namespace CustomerCentre.Features.Accounts.Passkeys;

internal static class PasskeyRules
{
    public static IRuleBuilderOptions<T, string?> PasskeyName<T>(this IRuleBuilder<T, string?> rule) => rule.MaxLength(Account.PasskeyNameMaxLength).PlainText();
}
