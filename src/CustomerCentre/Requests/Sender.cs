using System.Security.Claims;
using MediatR;
using Microsoft.AspNetCore.Components.Authorization;

namespace CustomerCentre.Requests;

/// <summary>
/// The one way from a page or an endpoint to a handler. Each request gets a scope of its own, so that a database context lives as long as one intention
/// and never as long as a circuit.
/// </summary>
public sealed class Sender(IServiceScopeFactory scopes, CurrentUser outer, AuthenticationStateProvider authentication)
{
    /// <summary>Sends a request and waits for its answer; <see cref="Outcome.Refused"/> when the session has ended meanwhile.</summary>
    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var user = scope.ServiceProvider.GetRequiredService<CurrentUser>();
        // In an HTTP request the cookie check has just read the session; a circuit outlives that check, so there it is read again at each request.
        if (outer.AccountId is null && await CircuitPrincipal() is { } principal)
        {
            if (!await scope.ServiceProvider.GetRequiredService<SessionCheck>().Fill(user, principal, cancellationToken))
                return Result<T>.Refused;
        }
        else
        {
            user.CopyFrom(outer);
        }

        try
        {
            return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, cancellationToken);
        }
        catch (NotAllowedException)
        {
            return Result<T>.Refused;
        }
    }

    private async Task<ClaimsPrincipal?> CircuitPrincipal()
    {
        try
        {
            var principal = (await authentication.GetAuthenticationStateAsync()).User;
            return principal.Identity is { IsAuthenticated: true } ? principal : null;
        }
        catch (InvalidOperationException)
        {
            // Outside Razor components nobody has set an authentication state: an endpoint of a visitor.
            return null;
        }
    }
}
