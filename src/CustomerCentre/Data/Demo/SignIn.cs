using CustomerCentre.Resources;

namespace CustomerCentre.Data.Demo;

/// <summary>A made-up person of the demo worlds.</summary>
/// <param name="Email">What the person signs in with; the password of all is <see cref="DemoAccounts.Password"/>.</param>
/// <param name="Name">Name of the person.</param>
/// <param name="Shows">What signing in as the person shows, in the language of who looks.</param>
public sealed record SignIn(string Email, string Name, Func<string> Shows)
{
    public const string Visitor = "navstevnik@example.cz";
    public const string HalfWay = "rozpracovano@example.cz";
    public const string Company = "firma@example.cz";
    public const string Colleague = "kolega@example.cz";
    public const string Accountant = "ucetni@example.cz";
    public const string Consumer = "spotrebitel@example.cz";
    public const string Partner = "partner@example.cz";
    public const string PartnerColleague = "prodejna@example.cz";
    public const string Agent = "podpora@example.cz";
    public const string Lead = "vedouci@example.cz";
    public const string Auditor = "auditor@example.cz";
    public const string Administrator = "spravce@example.cz";

    public static IReadOnlyList<SignIn> All { get; } =
    [
        new(Visitor, "Nela Návštěvníková", () => StartTexts.DemoVisitor),
        new(HalfWay, "Radek Rozpracovaný", () => StartTexts.DemoHalfWay),
        new(Company, "Karel Kovář", () => StartTexts.DemoCompany),
        new(Colleague, "Kamila Kolegová", () => StartTexts.DemoColleague),
        new(Accountant, "Uršula Účetní", () => StartTexts.DemoAccountant),
        new(Consumer, "Jana Ukázková", () => StartTexts.DemoConsumer),
        new(Partner, "Pavel Prodejce", () => StartTexts.DemoPartner),
        new(PartnerColleague, "Přemysl Pomocník", () => StartTexts.DemoPartnerColleague),
        new(Agent, "Petra Podporová", () => StartTexts.DemoAgent),
        new(Lead, "Viktor Vedoucí", () => StartTexts.DemoLead),
        new(Auditor, "Alena Auditorová", () => StartTexts.DemoAuditor),
        new(Administrator, "Simona Správcová", () => StartTexts.DemoAdministrator),
    ];
}
