using System.Globalization;
using System.Net;
using CustomerCentre.Data;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using CustomerCentre.Resources;
using CustomerCentre.Shell;
using Microsoft.EntityFrameworkCore;

namespace CustomerCentre.Features.Accounts.Sessions;

/// <summary>Mails the person when somebody signs in from a device that none of the account's earlier sessions knows and that it does not trust, within the caller's transaction.</summary>
public sealed class KnownDevices(CustomerCentreDb db, CurrentUser user, TrustedBrowserBook browsers, SecurityLetters letters, TimeProvider time)
{
    // Providers change addresses daily, so a device is known in the neighbourhood of the address: /24 of IPv4, /48 of IPv6.
    private const int Near4 = 3;
    private const int Near6 = 6;

    // The first sign-in of an account belongs to the sign-up that was just mailed about.
    private static readonly TimeSpan SignUp = TimeSpan.FromDays(1);

    /// <summary>Goes before the new session is opened.</summary>
    public async Task TellIfNew(Account account, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var earlier = await db.Sessions.Where(session => session.AccountId == account.Id)
            .Select(session => new { session.Device, session.Address }).Distinct().ToListAsync(cancellationToken);
        var here = (DeviceWords.Of(user.Device), Near(user.Address));
        if (earlier.Any(session => (DeviceWords.Of(session.Device), Near(session.Address)) == here) || (earlier.Count == 0 && account.CreatedAt > now - SignUp)
            || await browsers.Trusts(account.Id, cancellationToken))
            return;

        letters.Send(account, "NewDevice", () => ProfileTexts.NewDeviceSubject, () => string.Format(
            CultureInfo.CurrentCulture, ProfileTexts.NewDeviceText, $"{now.ToText()} {now.ToClock()}", DeviceWords.Of(user.Device), user.Address.Length > 0 ? user.Address : ProfileTexts.UnknownNetwork));
    }

    private static string Near(string address) => !IPAddress.TryParse(address, out var ip)
        ? address
        : Convert.ToHexStringLower(ip.GetAddressBytes() is { Length: 4 } four ? four[..Near4] : ip.GetAddressBytes()[..Near6]);
}
