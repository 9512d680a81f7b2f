using System.Data.Common;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Data.PartnerStatus;

/// <summary>Puts rows of licences and their support periods, ordered by customer and licence, before the one engine.</summary>
internal sealed class LineCollector(DateOnly day)
{
    private readonly Dictionary<Guid, IReadOnlyList<PartnerEntitlement>> lines = [];
    private readonly List<(string Line, SupportAnswer Support)> answers = [];
    private readonly List<SupportSpan> support = [];
    private Guid customer;
    private Guid licence;
    private string line = "";
    private SupportFacts facts;
    private SupportFacts resting;

    public void Add(Dialect dialect, DbDataReader row)
    {
        var (nextCustomer, nextLicence) = (dialect.ReadId(row, 0), dialect.ReadId(row, 1));
        if (nextLicence != licence)
        {
            FinishLicence();
            if (nextCustomer != customer)
                FinishCustomer();
            (customer, licence, line) = (nextCustomer, nextLicence, row.GetString(2));
            facts = new SupportFacts(true, (LicenceState)row.GetInt32(3), Dialect.ReadDay(row, 4));
            resting = row.IsDBNull(8) ? facts : new SupportFacts(!row.IsDBNull(5), (LicenceState)row.GetInt32(6), Dialect.ReadDay(row, 7));
        }

        if (Dialect.ReadDay(row, 9) is { } from)
            support.Add(new SupportSpan(from, row.GetFieldValue<DateOnly>(10)));
    }

    public Dictionary<Guid, IReadOnlyList<PartnerEntitlement>> Finish()
    {
        FinishLicence();
        FinishCustomer();
        return lines;
    }

    private void FinishLicence()
    {
        if (licence != Guid.Empty)
            answers.Add((line, SupportAnswer.On(facts, resting, support, day)));
        support.Clear();
    }

    private void FinishCustomer()
    {
        if (answers.Count > 0)
            lines[customer] = PartnerEntitlement.Of(answers);
        answers.Clear();
    }
}
