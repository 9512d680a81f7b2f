using CustomerCentre.Domain.Customers;
using CustomerCentre.Domain.Identifiers;
using CustomerCentre.Domain.Licences;
using CustomerCentre.Domain.Partners;
using CustomerCentre.Requests;
using CustomerCentre.Tests.Running;
using MediatR;

namespace CustomerCentre.Tests.Features.Partners;

/// <summary>Somebody who works for the partner that <see cref="Stock"/> delivers to, and somebody of another partner.</summary>
internal sealed class Seller(World world, Guid me, Guid other) : IAsyncDisposable
{
    private static readonly string[] Policy = [Policies.PartnerMember];

    public World World => world;

    public Guid Me => me;

    public Guid Other => other;

    /// <summary>A partner with one person and one licence nobody has registered, and another partner with nothing.</summary>
    public static async Task<(Seller Seller, Licence Licence)> Begin(string? number = null, DateOnly? soldOn = null, string? saleDocument = null)
    {
        var world = new World();
        var licence = await world.LicenceAtPartner(number, soldOn: soldOn, saleDocument: saleDocument);
        var (me, other) = (await world.Account("prodejce@example.cz"), await world.Account("jiny@example.cz"));
        var partner = new Partner { Id = Guid.CreateVersion7(), Code = "P2", Name = "Jiný prodejce", Country = Country.Czechia };
        var now = world.Time.GetUtcNow();
        await world.Add(partner, new PartnerMember(licence.PartnerId!.Value, me, PartnerRole.Colleague, now), new PartnerMember(partner.Id, other, PartnerRole.Manager, now));
        return (new(world, me, other), licence);
    }

    public Task<Result<T>> Send<T>(IRequest<Result<T>> request, Guid? account = null) => world.Send(request, account ?? me, Policy);

    /// <summary>Somebody registers the licence.</summary>
    public async Task<Customer> Register(Licence licence, string number = "1234", string register = "25313142")
    {
        var customer = await world.KnownCompany(number, register);
        await world.Change(licence, stored => stored.BindTo(customer.Id, new Purchase(new(2026, 3, 1), null), new DateTimeOffset(2026, 3, 2, 23, 30, 0, TimeSpan.Zero)));
        return customer;
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
