using CustomerCentre.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CustomerCentre.Features.Development;

/// <summary>What exists in Development only. It is mapped by hand and not by <c>@page</c>, because a page would be mapped everywhere.</summary>
public static class DevelopmentSetup
{
    public static void MapDevelopment(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapGet("/dev/mail", Show).AllowAnonymous();
        app.MapGet("/dev/mail/latest", Latest).AllowAnonymous();
    }

    private static async Task<RazorComponentResult<MailPage>> Show(Sender sender, CancellationToken cancellationToken) =>
        new(new { Mails = (await sender.Send(new ListMail.Query(), cancellationToken)).Value });

    private static async Task<IResult> Latest(string to, Sender sender, CancellationToken cancellationToken) =>
        (await sender.Send(new ListMail.Query(to, Most: 1), cancellationToken)).Value is [var mail]
            ? Results.Ok(new { mail.Subject, mail.Text, mail.Html, mail.Links })
            : Results.NotFound();
}
