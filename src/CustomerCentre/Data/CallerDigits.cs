using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CustomerCentre.Domain.Support;
using Microsoft.AspNetCore.DataProtection;

namespace CustomerCentre.Data;

/// <summary>Six digits, of a <see cref="CallerCode"/> or mailed as a second proof: drawn at random, kept encrypted, compared in the same time whatever they are.</summary>
public sealed class CallerDigits(IDataProtectionProvider protection)
{
    private const int Values = 1_000_000;
    private readonly IDataProtector protector = protection.CreateProtector("CallerCode");

    /// <summary>New digits; every code is as likely as any other.</summary>
    public static string New() => RandomNumberGenerator.GetInt32(Values).ToString($"D{CallerCode.Digits}", CultureInfo.InvariantCulture);

    /// <summary>Digits as a person types or reads them, without the spaces between; null when they are no code.</summary>
    public static string? Read(string? typed)
    {
        var digits = new string([.. (typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-')]);
        return digits.Length == CallerCode.Digits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Digits in two groups, as they are shown and said.</summary>
    public static string Show(string digits) => $"{digits[..3]} {digits[3..]}";

    /// <summary>Has the portal's keys at hand. Goes before a transaction: a new key that is due is written apart, and would wait for the very writer that waits for it.</summary>
    public void Prepare() => protector.Protect("");

    /// <summary>Encrypts digits for the database.</summary>
    public string Protect(string digits) => protector.Protect(digits);

    /// <summary>The digits again; null when the key they were encrypted with is gone.</summary>
    public string? Reveal(string protectedDigits)
    {
        try
        {
            return protector.Unprotect(protectedDigits);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether a code has these digits.</summary>
    public bool Match(CallerCode code, string digits) => Match(code.ProtectedDigits, digits);

    /// <summary>Whether encrypted digits are these.</summary>
    public bool Match(string protectedDigits, string digits) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Reveal(protectedDigits) ?? ""), Encoding.UTF8.GetBytes(digits));
}
