using CustomerCentre;
using CustomerCentre.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddPortal(builder.Configuration, builder.Environment);
builder.AddShell();

var app = builder.Build();
app.UseShell();
app.UseAuthorization();
app.MapShell();
await app.RunAsync();
