using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace CustomerCentre.Tests.Features.Accounts.TwoFactor;

/// <summary>A world in which Jana has an account and turns second factors on.</summary>
internal sealed class FactorWorld : IAsyncDisposable
{
    public AccountWorld Accounts { get; } = new();

    public Guid Jana { get; private set; }

    public static async Task<FactorWorld> Create()
    {
        var world = new FactorWorld();
        world.Jana = (await world.Accounts.Account()).AccountId;
        return world;
    }

    /// <summary>Sets an app up.</summary>
    /// <returns>Its key and the recovery codes that were shown.</returns>
    public async Task<(byte[] Key, IReadOnlyList<string> Codes)> TurnAppOn()
    {
        var offer = (await Send(new OfferApp.Query(null))).Value;
        var key = Base32Encoding.ToBytes(offer.Shown.Replace(" ", ""));
        var answer = await Send(new TurnAppOn.Command { State = offer.State, Code = CodeOf(key), Password = AccountWorld.Password });
        // The code that confirmed the app is used; the next step of time has another.
        Accounts.World.Time.Advance(TimeSpan.FromSeconds(30));
        return (key, answer.Value.RecoveryCodes);
    }

    public async Task<IReadOnlyList<string>> TurnMailOn() => (await Send(new TurnMailOn.Command { Password = AccountWorld.Password })).Value.RecoveryCodes;

    /// <summary>Signs in by password; the ticket is what the browser would keep.</summary>
    public async Task<string> Ticket()
    {
        var pending = (await Accounts.SignIn()).Value.Pending.ShouldNotBeNull();
        return Accounts.World.Services.GetRequiredService<PendingSignInCookie>().Protect(pending);
    }

    public Task<Result<PassSecondFactor.Answer>> Pass(string? ticket, FactorWay way, string code, bool trust = false, string address = "192.0.2.1") =>
        Accounts.World.Send(new PassSecondFactor.Command { Ticket = ticket, Way = way, Code = code, Trust = trust }, address: address);

    /// <summary>What the app shows, some steps of time from now.</summary>
    public string CodeOf(byte[] key, int steps = 0) => new Totp(key).ComputeTotp(Accounts.World.Time.GetUtcNow().UtcDateTime.AddSeconds(30 * steps));

    /// <summary>The digits of the newest mail with a code.</summary>
    public async Task<string> MailedCode() => (await Accounts.Mail()).Last(mail => mail.Kind == "FactorCode").Text!.Split('\n').Select(line => line.Trim())
        .First(line => line.Length == 7 && line.Replace(" ", "").All(char.IsAsciiDigit));

    public Task<int> LiveSessions() => Accounts.World.Db(db => db.Sessions.CountAsync(s => s.AccountId == Jana && s.EndedAt == null));

    public Task<Result<T>> Send<T>(MediatR.IRequest<Result<T>> request) => Accounts.World.Send(request, Jana);

    public ValueTask DisposeAsync() => Accounts.DisposeAsync();
}
