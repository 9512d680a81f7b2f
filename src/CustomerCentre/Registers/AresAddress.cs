namespace CustomerCentre.Registers;

/// <summary>Three lines of a letter: what we keep of a seat.</summary>
internal sealed record SeatAddress(string? Street, string? City, string? PostalCode);

/// <summary>The seat as ARES knows it, from its fields or else from its one line of text.</summary>
internal static class AresAddress
{
    public static SeatAddress Of(AresSeat? seat)
    {
        if (seat is null)
        {
            return new(null, null, null);
        }

        var text = AddressText.Read(seat.TextovaAdresa);
        return new(
            Street: StreetOf(seat) ?? text.Street,
            // Letters to Prague name the postal district, other towns stand alone.
            City: seat.NazevMestskehoObvodu ?? seat.NazevObce ?? text.City,
            PostalCode: PostalCodeOf(seat) ?? text.PostalCode);
    }

    private static string? StreetOf(AresSeat seat)
    {
        var orientation = seat.CisloOrientacni is { } number ? number + seat.CisloOrientacniPismeno : null;
        var numbers = (seat.CisloDomovni, orientation) switch
        {
            ({ } house, { } oriented) => $"{house}/{oriented}",
            ({ } house, null) => house,
            (null, { } oriented) => oriented,
            _ => seat.CisloDoAdresy,
        };
        // Cottages carry a number of evidence (type 2), counted apart from the houses.
        var isEvidence = seat.TypCisloDomovni == "2";
        if (seat.NazevUlice is { } street)
        {
            return numbers is null ? street : isEvidence ? $"{street} č.ev. {numbers}" : $"{street} {numbers}";
        }

        if (numbers is null)
        {
            return null;
        }

        var labelled = (isEvidence ? "č.ev. " : "č.p. ") + numbers;
        return seat.NazevCastiObce is { } part && part != seat.NazevObce ? $"{part} {labelled}" : labelled;
    }

    // ARES sends the code as a number, so a leading zero is lost on the way; abroad the code is text.
    private static string? PostalCodeOf(AresSeat seat) =>
        seat.Psc is { } code && code != "0" ? code.Replace(" ", "", StringComparison.Ordinal).PadLeft(5, '0') : seat.PscTxt;
}
