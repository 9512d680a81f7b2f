using System.Globalization;
using CustomerCentre.Domain.Licences;

namespace CustomerCentre.Resources;

/// <summary>Words for what the domain says of a licence, the same on every page.</summary>
public static class LicenceWords
{
    public static string Of(LicenceKind kind) => kind switch
    {
        LicenceKind.Single => LicencesTexts.KindSingle,
        LicenceKind.Net3 => LicencesTexts.KindNet3,
        LicenceKind.Net5 => LicencesTexts.KindNet5,
        LicenceKind.Mlp => LicencesTexts.KindMlp,
        _ => LicencesTexts.KindCal,
    };

    public static string Of(LicenceStanding standing) => standing switch
    {
        LicenceStanding.Covered => LicencesTexts.StandingCovered,
        LicenceStanding.EndsSoon => LicencesTexts.StandingEndsSoon,
        LicenceStanding.NotYet => LicencesTexts.StandingNotYet,
        LicenceStanding.Expired => LicencesTexts.StandingExpired,
        LicenceStanding.NeverBought => LicencesTexts.StandingNeverBought,
        LicenceStanding.NotRegistered => LicencesTexts.StandingNotRegistered,
        LicenceStanding.Returned => LicencesTexts.StandingReturned,
        LicenceStanding.Blocked => LicencesTexts.StandingBlocked,
        _ => LicencesTexts.StandingCancelled,
    };

    public static string Of(SupportSource source) => source switch
    {
        SupportSource.Registration => LicencesTexts.SourceRegistration,
        SupportSource.Accounting => LicencesTexts.SourceAccounting,
        _ => LicencesTexts.SourceByHand,
    };

    public static string Computers(int n) => Count(n, LicencesTexts.ComputersOne, LicencesTexts.ComputersFew, LicencesTexts.ComputersMany);

    public static string Licences(int n) => Count(n, LicencesTexts.CountOne, LicencesTexts.CountFew, LicencesTexts.CountMany);

    public static string Companies(int n) => Count(n, LicencesTexts.CompaniesCountOne, LicencesTexts.CompaniesCountFew, LicencesTexts.CompaniesCountMany);

    public static string People(int n) => Count(n, LicencesTexts.PeopleOne, LicencesTexts.PeopleFew, LicencesTexts.PeopleMany);

    public static string DaysLeft(int n) => n == 0 ? LicencesTexts.LastDay : Count(n, LicencesTexts.DaysLeftOne, LicencesTexts.DaysLeftFew, LicencesTexts.DaysLeftMany);

    private static string Count(int n, string one, string few, string many) => string.Format(CultureInfo.CurrentCulture, Plural.Of(n, one, few, many), n);
}
