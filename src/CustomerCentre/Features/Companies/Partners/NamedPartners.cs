using System.Globalization;
using CustomerCentre.Data;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Resources;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Companies.Partners;

/// <summary>Partners by what a customer's people know of them: the code, or the register number (IČO), which branches of one company may share.</summary>
internal static class NamedPartners
{
    private const int Most = 5;

    public static Task<List<Partner>> PartnersNamed(this CustomerCentreDb db, string? text, CancellationToken cancellationToken)
    {
        var code = text?.Trim() ?? "";
        var (typed, upper) = (code, code.ToUpperInvariant());
        var (czech, slovak) = (RegistrationNumber.TryParse(Country.Czechia, code), RegistrationNumber.TryParse(Country.Slovakia, code));
        return db.Partners.AsNoTracking()
            .Where(p => p.Code == typed || p.Code == upper
                || (czech != null && p.RegistrationNumber == czech && p.Country == Country.Czechia) || (slovak != null && p.RegistrationNumber == slovak && p.Country == Country.Slovakia))
            .OrderBy(p => p.Code).Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>Why none of them can be taken: there is none, or there are several.</summary>
    public static string Refusal(IReadOnlyCollection<Partner> partners) => partners.Count == 0
        ? CompanyTrustTexts.PartnerUnknown
        : string.Format(CultureInfo.CurrentCulture, CompanyTrustTexts.PartnersSeveral, string.Join("; ", partners.Select(partner => $"{partner.Code} ({partner.Name})")));
}
