using System.Net;

namespace CustomerCentre.Registers;

/// <summary>The Czech register of economic subjects (ares.gov.cz). Asked only through <see cref="CompanyRegister"/>.</summary>
public sealed class AresRegister(HttpClient http, TimeProvider time)
{
    internal const int MaxRows = 20;

    /// <summary>The company of an IČO (8 digits), or null when the register has no such company.</summary>
    internal async Task<CompanyRecord?> FindAsync(string registrationNumber, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"ekonomicke-subjekty/{registrationNumber}");
        var reply = await RegisterReply.AskAsync(http, request, cancellationToken);
        switch (reply.Status)
        {
            case HttpStatusCode.OK:
                var subject = reply.Read<AresSubject>();
                return subject.IsOne
                    ? AresMapping.ToCompany(subject, registrationNumber, Today)
                    : throw reply.Unusable("an answer without a company");
            // A bare 404 means that our address is wrong; only with its code it speaks of the company.
            case HttpStatusCode.NotFound when reply.Read<AresError>().Says("NENALEZENO"):
            case HttpStatusCode.BadRequest when reply.Read<AresError>().Says("VSTUP_NEVALIDNI_FORMAT_ICO"):
                return null;
            default:
                throw reply.Unusable("an error");
        }
    }

    /// <summary>The first companies of that name and how many there are, or null when there are too many.</summary>
    internal async Task<(IReadOnlyList<CompanyRecord> Companies, int Total)?> SearchAsync(string name, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "ekonomicke-subjekty/vyhledat")
        {
            Content = JsonContent.Create(new AresQuery(name, Start: 0, Pocet: MaxRows)),
        };
        var reply = await RegisterReply.AskAsync(http, request, cancellationToken);
        switch (reply.Status)
        {
            case HttpStatusCode.OK:
                var found = reply.Read<AresSearchResult>();
                var rows = found.EkonomickeSubjekty ?? throw reply.Unusable("an answer without rows");
                // Subjects without a number of their own cannot be chosen by it.
                CompanyRecord[] companies = [.. rows.Where(s => s.Ico is not null).Select(s => AresMapping.ToCompany(s, s.Ico!, Today))];
                return (companies, found.PocetCelkem ?? companies.Length);
            case HttpStatusCode.BadRequest when reply.Read<AresError>().Says("VYSTUP_PRILIS_MNOHO_VYSLEDKU"):
                return null;
            default:
                throw reply.Unusable("an error");
        }
    }

    private DateOnly Today => BusinessDay.On(time.GetUtcNow());
}
