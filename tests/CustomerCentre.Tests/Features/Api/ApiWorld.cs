using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Features.Api.Secrets;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerCentre.Tests.Features.Api;

/// <summary>The portal with a partner that has a program, and a customer to ask about.</summary>
internal sealed class ApiWorld : IAsyncDisposable
{
    public const string Number = "1234";
    public const string Register = "25313142";

    public Portal Portal { get; } = new();
    public Guid Manager { get; private set; }
    public Guid PartnerId { get; } = Guid.CreateVersion7();
    public string ClientId { get; private set; } = "";

    public HttpClient Http => field ??= Portal.CreateClient(new() { BaseAddress = new("https://localhost"), AllowAutoRedirect = false, HandleCookies = false });

    public static async Task<ApiWorld> Begin(string code = "P1")
    {
        var world = new ApiWorld();
        world.Manager = await world.Portal.Account("partner@example.cz");
        var now = world.Portal.Time.GetUtcNow();
        await world.Add(
            new Partner { Id = world.PartnerId, Code = code, Name = "Prodejce", Country = Country.Czechia },
            new PartnerMember(world.PartnerId, world.Manager, PartnerRole.Manager, now));
        return world;
    }

    public Task<int> Add(params object[] rows) => Portal.Db(db =>
    {
        db.AddRange(rows);
        return db.SaveChangesAsync();
    });

    /// <summary>A company with a licence of the partner, registered this year.</summary>
    public async Task<Customer> Customer(string number = Number, string register = Register)
    {
        var now = Portal.Time.GetUtcNow();
        var customer = CustomerCentre.Domain.Customers.Customer.Open(Guid.CreateVersion7(), CustomerNumber.Parse(number), new CustomerDetails
        {
            Kind = CustomerKind.Company,
            Country = Country.Czechia,
            Name = "Známá s.r.o.",
            RegistrationNumber = RegistrationNumber.Parse(Country.Czechia, register),
        }, RegisterCheck.None, now);
        await Add(customer);
        await Licence(customer);
        return customer;
    }

    /// <summary>A licence delivered to the partner, registered by a customer or not.</summary>
    public async Task<Licence> Licence(Customer? customer = null, Guid? partnerId = null)
    {
        var now = Portal.Time.GetUtcNow();
        var product = new Product { Id = Guid.CreateVersion7(), Code = $"PH-{Guid.NewGuid():n}"[..12], Name = "POHODA Jazz", Line = "POHODA" };
        var licence = CustomerCentre.Domain.Licences.Licence.Make(Guid.CreateVersion7(), product.Id, LicenceKind.Net3, LicenceNumber.New(), now);
        licence.DeliverTo(partnerId ?? PartnerId, new DateOnly(2026, 1, 5));
        if (customer is not null)
        {
            licence.BindTo(customer.Id, new Purchase(new DateOnly(2026, 3, 1), null), now);
            licence.AddSupport(SupportRule.Default.PeriodsFor(licence.Id, new DateOnly(2026, 3, 1)));
        }

        await Add(product, licence);
        return licence;
    }

    /// <summary>A new secret of the partner.</summary>
    public async Task<(Guid Id, string Text)> Secret(int days = 30)
    {
        var command = new CreateSecret.Command { Id = Guid.CreateVersion7(), Days = days };
        var made = (await Send(command, Manager, Policies.PartnerManager)).Value;
        ClientId = made.ClientId;
        return (command.Id, made.Text!);
    }

    public async Task<Result<T>> Send<T>(IRequest<Result<T>> request, Guid account, params string[] policies)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(account, Guid.Empty, policies);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }

    public Task<HttpResponseMessage> AskForToken(string secret, string? scope = null, string? client = null, string address = "/connect/token")
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client ?? ClientId, ["client_secret"] = secret };
        if (scope is not null)
            form["scope"] = scope;
        return Http.PostAsync(address, new FormUrlEncodedContent(form));
    }

    public async Task<string> Token(string secret, string? scope = null)
    {
        var answer = await AskForToken(secret, scope);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>A token of a new secret.</summary>
    public async Task<string> Token() => await Token((await Secret()).Text);

    public Task<HttpResponseMessage> Check(string token, params (string Number, string Register)[] pairs) => Post(token, JsonSerializer.Serialize(new
    {
        purpose = "support",
        customers = pairs.Select(pair => new { customerId = pair.Number, registrationNumber = pair.Register }),
    }));

    public Task<HttpResponseMessage> Post(string? token, string body, string type = "application/json") =>
        Send(token, HttpMethod.Post, "/api/v1/customers/status", new StringContent(body, new MediaTypeHeaderValue(type)));

    public Task<HttpResponseMessage> Get(string? token, string path) => Send(token, HttpMethod.Get, path, null);

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    private Task<HttpResponseMessage> Send(string? token, HttpMethod method, string path, HttpContent? content)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        return Http.SendAsync(request);
    }
}
