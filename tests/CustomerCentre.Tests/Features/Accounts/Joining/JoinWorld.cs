using System.Text.RegularExpressions;
using CustomerCentre.Domain.Accounts;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.Joining;
using CustomerCentre.Features.Accounts.TwoFactor;
using CustomerCentre.Requests;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OtpNet;

namespace CustomerCentre.Tests.Features.Accounts.Joining;

/// <summary>A world in which Jana signs in by two accounts that she wants to be one.</summary>
internal sealed partial class JoinWorld : IAsyncDisposable
{
    public const string Other = "druha@example.cz";
    public const string OtherPassword = "zelená lokomotiva v poli";

    private JoinWorld(IInterceptor[] interceptors) => Accounts = new(interceptors);

    public AccountWorld Accounts { get; }

    /// <summary>The account that is to stay.</summary>
    public SignedIn Mine { get; private set; } = null!;

    /// <summary>The account that is to become part of it.</summary>
    public SignedIn Theirs { get; private set; } = null!;

    public static async Task<JoinWorld> Create(params IInterceptor[] interceptors)
    {
        var world = new JoinWorld(interceptors);
        world.Mine = await world.Accounts.Account();
        world.Theirs = await world.Accounts.Account(Other, OtherPassword);
        return world;
    }

    /// <summary>Begins a join and proves both accounts by what is given.</summary>
    public async Task<(Guid Id, Result<ProveJoin.Answer> Answer)> Prove(SignedIn person, string email, string own, string other)
    {
        var id = await Begin(person, email);
        return (id, await Accounts.As(person, new ProveJoin.Command { Id = id, OwnPassword = own, OtherPassword = other }));
    }

    public async Task<Guid> Begin(SignedIn person, string email) => (await Accounts.As(person, new BeginJoin.Command { Email = email })).Value;

    /// <summary>Proves both by their passwords; what is asked for beside that is left open.</summary>
    public async Task<Guid> Prove() => (await Prove(Mine, Other, AccountWorld.Password, OtherPassword)).Id;

    public Task<Result<Nothing>> Join(Guid id) => Accounts.As(Mine, new JoinAccounts.Command { Id = id });

    /// <summary>The whole way without a second factor.</summary>
    public async Task Join() => (await Join(await Prove())).IsDone.ShouldBeTrue();

    public Task<Result<ReadJoin.Answer>> Read(Guid id) => Accounts.As(Mine, new ReadJoin.Query(id));

    public Task<Result<SignedIn>> SignIn(string email, string password) => Accounts.SignIn(email, password);

    /// <summary>Gives an account an authenticator app and answers its key.</summary>
    public async Task<byte[]> TurnAppOn(SignedIn person, string password)
    {
        var offer = (await Accounts.As(person, new OfferApp.Query(null))).Value;
        var key = Base32Encoding.ToBytes(offer.Shown.Replace(" ", "", StringComparison.Ordinal));
        (await Accounts.As(person, new TurnAppOn.Command { State = offer.State, Code = CodeOf(key), Password = password })).IsDone.ShouldBeTrue();
        Accounts.World.Time.Advance(TimeSpan.FromSeconds(30));
        return key;
    }

    public string CodeOf(byte[] key) => new Totp(key).ComputeTotp(Accounts.World.Time.GetUtcNow().UtcDateTime);

    /// <summary>The digits of the newest mail of a kind.</summary>
    public async Task<string> Digits(string email, string kind) => (await Accounts.Mail(email)).Where(mail => mail.Kind == kind).Select(mail => CodePattern().Match(mail.Text!).Value).Last();

    public Task<SecondFactor?> FactorOf(SignedIn person) => Accounts.World.Db(async db => await db.SecondFactors.FindAsync([person.AccountId], TestContext.Current.CancellationToken));

    public string Ticket(Result<SignedIn> answer) => Accounts.World.Services.GetRequiredService<PendingSignInCookie>().Protect(answer.Value.Pending!);

    public ValueTask DisposeAsync() => Accounts.DisposeAsync();

    [GeneratedRegex(@"\b\d{3} \d{3}\b")]
    private static partial Regex CodePattern();
}
