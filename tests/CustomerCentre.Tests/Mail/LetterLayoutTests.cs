using CustomerCentre.Tests.Running;

namespace CustomerCentre.Tests.Mail;

public sealed class LetterLayoutTests
{
    [Theory]
    [InlineData("cs", "Dobrý den!", "Zákaznická podpora: +420 567 117 711", "Za Prachárnou 4962/45")]
    [InlineData("en", "Hello,", "Customer support: +420 567 117 711", "Za Prachárnou 4962/45")]
    [InlineData("sk", "Dobrý deň!", "Zákaznícka podpora: +420 567 117 711", "Matúšova 48")]
    public async Task A_letter_is_dressed_in_the_language_of_its_receiver(string language, string greeting, string support, string street)
    {
        await using var world = new World();
        await world.Write(MailWorld.Letter, language);

        var mail = await world.Mail();
        foreach (var body in (string[])[mail.Text!, mail.Html!])
        {
            body.ShouldContain(greeting);
            body.ShouldContain("Žluťoučký kůň.");
            body.ShouldContain(street);
        }

        mail.Text!.ShouldContain(support);
        mail.Html!.ShouldContain($"<html lang=\"{language}\">");
    }

    [Fact]
    public async Task What_a_person_wrote_stays_text_in_html()
    {
        await using var world = new World();
        await world.Write(new("Test", "<b>Předmět</b>", ["<img src=x onerror=alert(1)> & \"Žaneta\""], new("<i>", "/a?b=\"><script>")));

        var mail = await world.Mail();
        mail.Html!.ShouldNotContain("<img");
        mail.Html!.ShouldNotContain("<b>");
        mail.Html!.ShouldNotContain("<i>");
        mail.Html!.ShouldNotContain("<script");
        mail.Html!.ShouldContain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;Žaneta&quot;");
        mail.Text!.ShouldContain("<img src=x onerror=alert(1)> & \"Žaneta\"");
    }

    [Fact]
    public async Task The_button_stands_in_the_html_and_its_address_in_both()
    {
        await using var world = new World(settings: ("Portal:Address", "https://portal.example.cz/"));
        await world.Write(MailWorld.Letter);

        const string Address = "https://portal.example.cz/account/confirm-email?token=abc";
        var mail = await world.Mail();
        mail.Text!.ShouldContain($"Potvrdit:\n{Address}\n");
        mail.Html!.ShouldContain($"<a href=\"{Address}\"");
        mail.Html!.ShouldContain($">{Address}</a>");
    }

    [Fact]
    public async Task Html_loads_nothing_from_anywhere()
    {
        await using var world = new World();
        await world.Write(MailWorld.Letter);
        var html = (await world.Mail()).Html!;
        foreach (var loading in (string[])["<img", "<link", "<script", "url(", "@import", "src="])
            html.ShouldNotContain(loading);
    }

    [Fact]
    public async Task A_letter_leaves_the_language_of_its_writer_alone()
    {
        await using var world = new World();
        var before = System.Globalization.CultureInfo.CurrentUICulture;
        await world.Write(MailWorld.Letter, "sk");
        System.Globalization.CultureInfo.CurrentUICulture.ShouldBe(before);
    }
}
