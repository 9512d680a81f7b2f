using CustomerCentre.Requests;
using Microsoft.AspNetCore.Components;

namespace CustomerCentre.Features.Onboarding;

/// <summary>Lets a person into a step, or leads them where they can go on. A step opened out of order is no error.</summary>
internal sealed class DraftDoor(Sender sender, NavigationManager navigation)
{
    /// <summary>The draft of the step; nothing when the person was led elsewhere.</summary>
    public async Task<ReadDraft.Answer?> Enter(string step, Guid? id, OnboardingPath? path = null)
    {
        if (id is null)
            return await Begin(step, path);
        var found = await sender.Send(new ReadDraft.Query(id.Value));
        if (!found.IsDone)
            return NotHere();

        var draft = found.Value;
        if (draft.IsFinished)
            return Go(Steps.Address(Steps.Done, draft.Id));
        return Steps.IsOpen(step, draft.Answers) ? draft : Go(Steps.Address(Steps.FirstUnfinished(draft.Answers), draft.Id) + "&early=true");
    }

    private async Task<ReadDraft.Answer?> Begin(string step, OnboardingPath? path)
    {
        var opened = await sender.Send(new OpenDraft.Command(Guid.CreateVersion7()));
        // Who comes for another way than the one half done begins beside it, so that nothing typed there is touched.
        if (opened.IsDone && path is not null && await PathOf(opened.Value.Id) is { } other && other != path)
            opened = await sender.Send(new OpenDraft.Command(Guid.CreateVersion7(), StartAnother: true));
        if (!opened.IsDone)
            return Go("/onboarding");

        var id = opened.Value.Id;
        if (path is null)
            return Go(Steps.Address(step, id));
        await sender.Send(KeepDraft.Command.Of(id, nameof(DraftAnswers.Start), new StartForm { Path = path }, Steps.Of(path)[0]));
        return Go(Steps.Address(Steps.Of(path)[0], id));
    }

    private async Task<OnboardingPath?> PathOf(Guid id) => (await sender.Send(new ReadDraft.Query(id))) is { IsDone: true } draft ? draft.Value.Answers.Start.Path : null;

    private ReadDraft.Answer? NotHere()
    {
        navigation.NotFound();
        return null;
    }

    private ReadDraft.Answer? Go(string address)
    {
        navigation.NavigateTo(address, new NavigationOptions { ReplaceHistoryEntry = true });
        return null;
    }
}
