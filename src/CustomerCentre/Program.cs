using CustomerCentre;
using CustomerCentre.Features.Accounts;
using CustomerCentre.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortal(builder.Configuration, builder.Environment);
builder.AddShell();

var app = builder.Build();
app.UseKnownProxies();
app.UseShell();
app.UseAccounts();
app.UseAuthorization();
app.MapShell();
app.MapAccounts();
await app.RunAsync();
