using CustomerCentre.Features.Licences.Confirmation;

namespace CustomerCentre.Tests.Features.Licences.Confirmation;

public sealed class ConfirmationLayoutTests
{
    public ConfirmationLayoutTests() => Paper.Speak("cs");

    [Fact]
    public void It_says_whose_the_licences_are_and_which()
    {
        var confirmation = Paper.Confirmation();
        var texts = Sheets(confirmation).Texts();
        string[] expected =
        [
            "Potvrzení o licenci", "Stav ke dni 22. 11. 2026", "123 456 7890", "Účetní dům, s.r.o.", "Lipová 12", "586 01 Jihlava", "Česko", "IČO 99000041", "DIČ CZ99000041",
            "POHODA SQL Jazz", "síťová NET3 · 5 počítačů", "14. 10. 2026", "2. 11. 2026", "31. 12. 2027",
        ];
        expected.Except(texts).ShouldBeEmpty();
        string.Concat(texts).ShouldContain(confirmation.Licences[0].Number.Display);
    }

    [Fact]
    public void Every_page_carries_the_operator_and_its_place_among_the_pages()
    {
        var sheets = Sheets(Paper.Confirmation(60));
        sheets.Count.ShouldBeGreaterThan(2);
        for (var page = 1; page <= sheets.Count; page++)
        {
            var texts = sheets.Skip(page - 1).Take(1).Texts();
            texts.ShouldContain("STORMWARE");
            texts.ShouldContain("IČ 25313142 · DIČ CZ25313142");
            texts.ShouldContain($"Strana {page} z {sheets.Count}");
            texts.ShouldContain("Licenční číslo");
        }
    }

    [Fact]
    public void Sixty_licences_all_stand_on_paper_once()
    {
        var confirmation = Paper.Confirmation(60);
        // Joined, because a wide number is broken after a hyphen.
        var paper = string.Concat(Sheets(confirmation).Texts());
        confirmation.Licences.ShouldAllBe(licence => paper.Split(licence.Number.Display, StringSplitOptions.None).Length == 2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(60)]
    public void Nothing_runs_over_the_edges(int licences) => ShouldStayInside(Sheets(Paper.Confirmation(licences)));

    [Fact]
    public void Long_names_are_broken_and_lose_nothing()
    {
        var name = string.Concat(Enumerable.Repeat("Nejneobhospodařovávatelnější", 7));
        var number = new string('W', 40);
        var sheets = Sheets(Paper.Confirmation(12, name, string.Join(' ', Enumerable.Repeat("Žluťoučký kůň", 10)), number));
        ShouldStayInside(sheets);
        string.Concat(sheets[0].Texts.Where(text => text.Lettering == Lettering.Name).Select(text => text.Text)).ShouldContain(name);
        string.Concat(sheets[0].Texts.Select(text => text.Text).Where(text => text.All(letter => letter == 'W'))).ShouldStartWith(number);
    }

    [Theory]
    [InlineData("en", "Licence confirmation", "As of 22 Nov 2026", "network NET3 · 5 computers")]
    [InlineData("sk", "Potvrdenie o licencii", "Stav ku dňu 22. 11. 2026", "sieťová NET3 · 5 počítačov")]
    public void It_speaks_the_language_of_the_person(string language, string title, string day, string kind)
    {
        Paper.Speak(language);
        var texts = Sheets(Paper.Confirmation()).Texts();
        texts.ShouldContain(title);
        texts.ShouldContain(day);
        texts.ShouldContain(kind);
    }

    [Fact]
    public void Somebody_without_licences_is_told_so() =>
        string.Join(' ', Sheets(Paper.Confirmation(0)).Texts()).ShouldContain("zatím nemá žádnou platnou licenci");

    private static IReadOnlyList<Sheet> Sheets(ReadConfirmation.Answer confirmation) => new ConfirmationLayout(confirmation, Paper.Operator).Sheets();

    private static void ShouldStayInside(IReadOnlyList<Sheet> sheets)
    {
        foreach (var text in sheets.SelectMany(sheet => sheet.Texts))
        {
            text.X.ShouldBeGreaterThanOrEqualTo(Sheet.Left);
            (text.X + text.Lettering.WidthOf(text.Text)).ShouldBeLessThanOrEqualTo(Sheet.Right + .01f, text.Text);
            text.Y.ShouldBeLessThan(Sheet.Height - 20);
            if (text.Lettering != Lettering.Small)
                text.Y.ShouldBeLessThanOrEqualTo(Letterhead.Bottom, text.Text);
        }
    }
}
