using Hub.Contracts;

namespace Hub.Grains.Tests.Property;

/// <summary>Random people sending random commands, and the oracle keeping book of what was accepted.</summary>
internal sealed class RandomWalk(Area area, Random random)
{
    private int _tokens;

    public Oracle Oracle { get; } = new();

    public int Accepted { get; private set; }

    public async Task Step()
    {
        var who = Pick(area.Everyone);
        var (command, remember) = Next(who);
        if ((await who.Send(command)).Receipt is { } receipt)
        {
            Accepted++;
            remember(receipt);
        }

        if (random.Next(6) == 0)
        {
            area.Time.Advance(TimeSpan.FromHours(random.Next(1, 30)));
        }
    }

    private (Command Command, Action<Receipt> Remember) Next(Person who)
    {
        var c = Oracle.Cases.Count == 0 ? null : Pick(Oracle.Cases.Values);
        var kontor = who.Member.Kontor;
        return (c is null ? 0 : random.Next(25)) switch
        {
            0 or 1 or 2 => Flag(who),
            3 or 4 => (new PickUpCase(c!.Id), _ => Work(c, who)),
            5 => (new AssignCase(c!.Id, who.Member.UserId), _ => Work(c, who)),
            6 or 7 or 8 => Note(c!, kontor),
            9 or 10 => Basis(c!),
            11 => (new WithdrawLegalBasis(c!.Id), _ => c!.Basis = null),
            12 => (new UnsealCase(c!.Id, UnsealKind.FareForLiv, "Fare"), _ => c!.Unsealed[kontor!.Value] = area.Time.GetUtcNow().AddHours(4)),
            13 or 14 => Offer(c!),
            15 or 16 => Accept(who),
            17 => Answer(id => new DeclineHandover(id, "Nej tak")),
            18 => Answer(id => new WithdrawHandover(id)),
            19 => BoardHandover(c!),
            20 => Matter(kontor),
            21 => (new CreateTask("Ring tilbage", Pick(Enum.GetValues<Kontor>()), random.Next(2) == 0 ? c!.Id : null, null, null, null), r => Oracle.Tasks.Add(r.TaskId!.Value)),
            23 => Describe(c!),
            22 => random.Next(3) == 0 ? (new CloseCase(c!.Id, Outcome.Loest, null), _ => { }) : (new ReopenCase(c!.Id, "Igen"), _ => Reopen(c, who)),
            _ => random.Next(4) == 0 ? (new ErasePersons(c!.Id), _ => c!.Erased = true) : (new AskFlagger(c!.Id), r => Oracle.Tasks.Add(r.TaskId ?? Guid.Empty)),
        };
    }

    private (Command, Action<Receipt>) Flag(Person who)
    {
        var name = Token("Navn");
        var text = Token("tekst");
        var basis = random.Next(2) == 0 || who.Member.Kontor == Kontor.Bestyrelseskontor ? new LegalBasisInput(LegalBasisKind.IkkeSpurgt) : RandomBasis();
        Kontor? to = random.Next(2) == 0 ? null : Pick(new[] { Kontor.Ejendomskontor, Kontor.BoligsocialtKontor });
        var flag = Flags.Of(
            Pick(Enum.GetValues<Category>()), description: $"Set {text} hos {name} i dag", beboer: new PersonInput($"Per {name}", null, null, null),
            basis: basis, to: to);
        return (flag, r => Remember(who, flag, r, name, text));
    }

    private void Remember(Person who, FlagCase flag, Receipt r, string name, string text)
    {
        // Whom it was routed to is read back from the event: routing has tests of its own.
        var holder = area.Log().GetAwaiter().GetResult().Select(x => x.Event).OfType<CaseFlagged>().Single(f => f.CaseId == r.CaseId).Kontor;
        var c = new KnownCase(r.CaseId!.Value, flag.Category, who.Member.Kontor!.Value, holder);
        c.PersonTokens.Add(name);
        c.Insiders.Add(who.Member.UserId);
        c.Taken = holder == Kontor.BoligsocialtKontor && who.Member.Kontor == holder;
        c.Basis = flag.LegalBasis.Kind == LegalBasisKind.IkkeSpurgt ? null : flag.LegalBasis with { Recipients = flag.LegalBasis.Recipients ?? holder.AsSet() };
        Oracle.Cases[c.Id] = c;
        Oracle.Say(c, text, c.Related);
    }

    private (Command, Action<Receipt>) Note(KnownCase c, Kontor? from)
    {
        var text = Token("note");
        var audience = Pick(Enum.GetValues<NoteAudience>());
        return (new AddNote(c.Id, $"Talt om {text}", audience, NoteKind.Note, null), _ => Oracle.Say(c, text, audience switch
        {
            NoteAudience.Eget => from!.Value.AsSet(),
            NoteAudience.Melder => from!.Value.AsSet() | (c.FlaggedFrom.AsSet() & Kontorer.Personale),
            _ => c.Related,
        }));
    }

    private (Command, Action<Receipt>) Describe(KnownCase c)
    {
        var text = Token("kan");
        return (new DescribeBeboer(c.Id, $"Kan selv {text}", null, BeboerVed.Ja), _ => Oracle.Say(c, text, c.Related));
    }

    private (Command, Action<Receipt>) Basis(KnownCase c)
    {
        var basis = RandomBasis();
        return (new RecordLegalBasis(c.Id, basis), _ => c.Basis = basis with { Recipients = basis.Recipients ?? c.Holder.AsSet() });
    }

    private (Command, Action<Receipt>) Offer(KnownCase c)
    {
        var text = Token("kort");
        var to = Pick(new[] { Kontor.Ejendomskontor, Kontor.BoligsocialtKontor });
        return (new OfferHandover(c.Id, to, "Hører til hos jer", $"Kort sagt {text}", null), r =>
        {
            Oracle.Handovers.Add(r.HandoverId!.Value);
            (c.Asked, c.Handover) = (to, r.HandoverId);
            Oracle.Say(c, text, c.Related);
        }
        );
    }

    private (Command, Action<Receipt>) Accept(Person who) => Answer(id => new AcceptHandover(id), c =>
    {
        c.Before |= c.Holder.AsSet();
        c.Holder = c.Asked!.Value;
        Work(c, who);
    });

    private (Command, Action<Receipt>) Answer(Func<Guid, Command> command, Action<KnownCase>? then = null)
    {
        var id = Oracle.Handovers.Count == 0 ? Guid.NewGuid() : Pick(Oracle.Handovers);
        return (command(id), _ =>
        {
            var c = Oracle.Cases.Values.Single(x => x.Handover == id);
            then?.Invoke(c);
            (c.Asked, c.Handover) = (null, null);
        }
        );
    }

    private (Command, Action<Receipt>) BoardHandover(KnownCase c)
    {
        var named = random.Next(2) == 0 && !c.Erased;
        var text = named ? $"Lyset hos {c.PersonTokens[0]} er gået" : "Lyset i opgangen er gået";
        return (new OfferHandover(c.Id, Kontor.Bestyrelseskontor, "Til orientering", text, null), r => Oracle.Matters.Add(r.MatterId!.Value));
    }

    private (Command, Action<Receipt>) Matter(Kontor? from)
    {
        var text = Token("sti");
        return (new OpenMatter("Lys på stien", $"Lampen {text} er gået", from == Kontor.Bestyrelseskontor ? Kontor.Ejendomskontor : null), r =>
        {
            Oracle.Matters.Add(r.MatterId!.Value);
            Oracle.Texts.Add(new Said(null, text, from!.Value.AsSet() | (from == Kontor.Bestyrelseskontor ? Kontorer.Ejendomskontor : Kontorer.Bestyrelseskontor)));
        }
        );
    }

    private void Reopen(KnownCase c, Person who)
    {
        c.Taken = false;
        if (who.Member.Kontor == c.Holder)
        {
            Work(c, who);
        }
    }

    private static void Work(KnownCase c, Person who)
    {
        c.Taken = true;
        c.Insiders.Add(who.Member.UserId);
    }

    private LegalBasisInput RandomBasis()
    {
        var kind = Pick(Enum.GetValues<LegalBasisKind>().Where(k => k is not (LegalBasisKind.Afslaaet or LegalBasisKind.IkkeSpurgt)).ToArray());
        Kontorer? to = random.Next(2) == 0 ? null : Pick(Enum.GetValues<Kontor>()).AsSet();
        DateTimeOffset? expires = random.Next(3) == 0 ? area.Time.GetUtcNow().AddHours(random.Next(1, 60)) : null;
        return new LegalBasisInput(kind, kind == LegalBasisKind.Samtykke ? LegalBasisForm.Mundtligt : null, null, to, null, expires);
    }

    private string Token(string prefix) => $"{prefix}q{random.Next(1000, 10000)}x{++_tokens}";

    private T Pick<T>(IReadOnlyCollection<T> from) => from.ElementAt(random.Next(from.Count));
}
