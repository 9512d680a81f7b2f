using System.Text.RegularExpressions;
using CustomerCentre.Data;
using CustomerCentre.Domain.Records;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Features.Accounts.OldPasswords;
using CustomerCentre.Requests;
using CustomerCentre.Shell;
using CustomerCentre.Tests.Running;
using MediatR;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CustomerCentre.Tests.Features.Accounts;

/// <summary>A world in which people sign up and in, and the work done for it is counted.</summary>
internal sealed partial class AccountWorld : IAsyncDisposable
{
    public const string Email = "jana@example.cz";
    public const string Password = "modrý kolotoč v aleji";

    // The clock ticks at each look, so that mails have an order.
    public AccountWorld(params IInterceptor[] interceptors)
    {
        World = new(services => services.AddSingleton<IPasswordHasher<Account>>(Hashes).ConfigureDbContext<SqliteDb>(db => db.AddInterceptors(interceptors)));
        World.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        // Its hashes of nobody are made once and are not the work of a sign-in.
        World.Services.GetRequiredService<NobodysOldPasswords>();
        Hashes.Take();
    }

    /// <summary>Strong hashes of one sign-in: one for the account and one for each old service of the settings.</summary>
    public int SignInWork => World.Services.GetRequiredService<IOptions<OperatorOptions>>().Value.OldServices.Count + 1;

    public World World { get; }

    public CountingHasher Hashes { get; } = new();

    /// <summary>Signs up; the answer's id is what the browser's cookie would hold.</summary>
    public async Task<Guid> SignUp(string email = Email, string password = Password, Guid? id = null)
    {
        var command = new BeginSignUp.Command { Id = id ?? Guid.NewGuid(), Email = email, Password = password, ReturnUrl = "/licences" };
        (await World.Send(command)).IsDone.ShouldBeTrue();
        return command.Id;
    }

    /// <summary>Signs up and confirms the e-mail in the same browser.</summary>
    public async Task<SignedIn> Account(string email = Email, string password = Password)
    {
        var id = await SignUp(email, password);
        return (await Confirm(await Token(email), id)).Value;
    }

    public Task<Result<SignedIn>> Confirm(string token, Guid? browser, string? password = null) =>
        World.Send(new ConfirmEmail.Command { Token = token, SignUpInBrowser = browser, Password = password });

    public Task<Result<SignedIn>> SignIn(string email = Email, string password = Password, string address = "192.0.2.1") =>
        World.Send(new SignIn.Command { Email = email, Password = password }, address: address);

    /// <summary>Sends a request in a session that was opened before.</summary>
    public async Task<Result<T>> As<T>(SignedIn person, IRequest<Result<T>> request)
    {
        await using var scope = World.Services.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        user.Address = "192.0.2.1";
        user.SignIn(person.AccountId, person.SessionId, []);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether a session lives.</summary>
    public Task<bool> Lives(SignedIn person) => World.Db(db => db.Sessions.AnyAsync(session => session.Id == person.SessionId && session.EndedAt == null));

    public async Task<List<OutgoingMail>> Mail(string email = Email) =>
        (await World.Db(db => db.Outbox.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken)))
            .Where(mail => mail.To.Value == email).OrderBy(mail => mail.Id).ToList();

    /// <summary>The token of the newest mailed link.</summary>
    public async Task<string> Token(string email = Email) =>
        (await Mail(email)).Select(mail => TokenPattern().Match(mail.Text!)).Last(match => match.Success).Groups[1].Value;

    public ValueTask DisposeAsync() => World.DisposeAsync();

    [GeneratedRegex(@"\?token=(\w+)")]
    private static partial Regex TokenPattern();
}

/// <summary>Hashes cheaply and counts how often it was asked to.</summary>
internal sealed class CountingHasher : IPasswordHasher<Account>
{
    private int count;

    /// <summary>Work done since the last time this was asked.</summary>
    public int Take() => Interlocked.Exchange(ref count, 0);

    public string HashPassword(Account user, string password)
    {
        Interlocked.Increment(ref count);
        return $"hash of {password}";
    }

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
    {
        Interlocked.Increment(ref count);
        return hashedPassword == $"hash of {providedPassword}" ? PasswordVerificationResult.Success
            : hashedPassword == $"cheap hash of {providedPassword}" ? PasswordVerificationResult.SuccessRehashNeeded : PasswordVerificationResult.Failed;
    }
}
