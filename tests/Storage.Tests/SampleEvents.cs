using Hub.Contracts;

namespace Hub.Storage.Tests;

/// <summary>One event of every type, about nobody.</summary>
internal static class SampleEvents
{
    private static readonly DateTimeOffset At = new DateTimeOffset(2026, 3, 2, 9, 30, 15, TimeSpan.Zero).AddTicks(1_234_567);
    private static readonly Guid Case = Id(1), OtherCase = Id(2), Handover = Id(3), Matter = Id(4), Task = Id(5), User = Id(6), Omraade = Id(7);
    private static readonly Guid Beboer = Id(8), Nabo = Id(9), Anmodning = Id(16);

    internal static IReadOnlyList<Event> All { get; } =
    [
        new CaseFlagged(
            Case, 42, 7, Category.Naboklage, Severity.Hoej, Vulnerability.Nogen, Kilde.Nabo, true, "Afdeling Prøve", User,
            Kontor.Bestyrelseskontor, Kontor.BoligsocialtKontor, null, Text(Beboer, 20, "description", "Larm om natten på Prøvevej."),
            new Identity(Beboer, Own(Beboer, "name", "Prøve Prøvesen"), Own(Beboer, "address", "Prøvevej 1, 2. tv."), null, Own(Beboer, "phone", "00 00 00 01")),
            [new Part(PartRolle.Klager, new Identity(Nabo, Own(Nabo, "name", "Test Testesen"), null, Own(Nabo, "lejemaal", $"{Id(10)}"), null))],
            new LegalBasis(LegalBasisKind.Samtykke, LegalBasisForm.Mundtligt, Text(Beboer, 21, "purpose", "Mægling"),
                Kontorer.Personale, Text(Beboer, 22, "basisNote", "Sagde ja i døren"), At.AddDays(30), Saerlig.Helbred, Employer.Boligorganisation),
            At.AddHours(8), [OtherCase], Saerlig.Helbred | Saerlig.Strafbart, Deling.Videregivelse),
        new CasePickedUp(Case, User),
        new CaseAssigned(Case, User),
        new CaseTargetMissed(Case),
        new NoteAdded(Case, Id(11), Kontor.Ejendomskontor, NoteAudience.Sagen, NoteKind.Besoeg, At, Text(Case, 23, "text", "Ingen hjemme."), Saerlig.Strafbart),
        new BeboerDescribed(Case, Text(Case, 37, "kan", "Går til læge selv."), Text(Case, 38, "vil", "Ringes op, ikke besøges."), BeboerVed.Ja, Saerlig.Helbred),
        new LegalBasisRecorded(Case, new LegalBasis(LegalBasisKind.Lejekontrakt, null, null, Kontorer.Ejendomskontor, null, null, Saerlig.Ingen, Employer.Kommune), Deling.Videregivelse),
        new LegalBasisWithdrawn(Case),
        new LegalBasisExpired(Case, At),
        new IdentityForgotten(Case, [Beboer, Nabo]),
        new PersonsErased(Case, [Beboer]),
        new HoldPlaced(Case, HoldGround.Klagesag, Text(Case, 39, "holdNote", "Prøvenævnet 12-34"), At.AddDays(180)),
        new HoldReviewDue(Case, At.AddDays(180)),
        new HoldLifted(Case),
        new AnmodningReceived(Anmodning, Case, Beboer, AnmodningKind.Indsigt, At, Text(Case, 40, "anmodningNote", "Kom i et brev."), At.AddDays(24), At.AddDays(31)),
        new AnmodningExtended(Anmodning, Text(Case, 41, "anmodningReason", "Sagen er stor."), At.AddDays(85), At.AddDays(92)),
        new AnmodningReminded(Anmodning, At.AddDays(24)),
        new AnmodningOverdue(Anmodning, At.AddDays(31)),
        new AnmodningAnswered(Anmodning, Text(Case, 42, "anmodningNote", "Sendt med brev.")),
        new AnmodningRefused(Anmodning, Text(Case, 43, "anmodningReason", "Anden person.")),
        new IndsigtHidden(Anmodning, Id(14), UdeladtGrund.KlagersIdentitet, Text(Case, 44, "anmodningNote", "Risiko for chikane.")),
        new IndsigtShown(Anmodning, Id(14)),
        new TextCorrected(Case, Id(23), Text(Case, 45, "text", "Nogen var hjemme.")),
        new TaskTitleCorrected(Task, Id(36), Text(Case, 46, "title", "Spørg igen")),
        new MatterTextCorrected(Matter, Id(34), null),
        new RemarkAdded(Case, Id(45), Text(Case, 47, "remark", "Jeg var hjemme.")),
        new IdentityCorrected(Case, Beboer, new Identity(Id(15), Own(Id(15), "corrected.name", "Prøve Prøvesdatter"), null, null, Own(Id(15), "corrected.phone", "00 00 00 03"))),
        new CaseRestricted(Case, BegraensningGrund.RigtighedBestrides, Text(Case, 48, "restrictionNote", "Datoen passer ikke.")),
        new RestrictionLifted(Case, At),
        new CaseUnsealed(Case, Kontor.Ejendomskontor, UnsealKind.FareForLiv, Text(Case, 24, "reason", "Ikke set i en uge."), At.AddHours(4)),
        new UnsealEnded(Case, At.AddHours(4)),
        new UnsealAcknowledged(Case, 1_234, User),
        new CaseLinked(Case, OtherCase, LinkKind.SammeHusstand),
        new CaseMerged(Case, OtherCase),
        new DuplicateReceived(OtherCase, Case, [new Flagger(User, Kontor.Bestyrelseskontor, 7, At), new Flagger(Id(12), Kontor.Ejendomskontor, null, At)]),
        new DisclosureRecorded(Case, Text(Case, 25, "modtager", "Prøve Kommune"), Text(Case, 26, "hvad", "At sagen findes."), LegalBasisKind.RetligForpligtelse, At),
        new UnderretningRecorded(Case, At),
        new CallRecorded(Case, CalledParty.Alarm112, At),
        new CaseClosed(Case, Outcome.Maeglet, Text(Case, 27, "note", "Begge er tilfredse.")),
        new DeathNoted(Case),
        new CaseLapsed(Case, 5),
        new CaseDeleted(Case, Category.Naboklage, Outcome.Maeglet, new Sletteregel(Category.Naboklage, null, 24), At, [Beboer, Case]),
        new CaseReopened(Case, Text(Case, 28, "reason", "Det larmer igen."), User, At.AddDays(1)),
        new HandoverOffered(Case, Handover, Kontor.Ejendomskontor, Kontor.BoligsocialtKontor,
            Text(Case, 29, "reason", "Kræver samtale."), Text(Case, 30, "summary", "Larm om natten."), At.AddDays(1), At.AddDays(3), Saerlig.Strafbart, Deling.InternBrug, LegalBasisKind.Samtykke),
        new HandoverAccepted(Case, Handover, User),
        new HandoverDeclined(Case, Handover, Text(Case, 31, "reason", "Hører til hos ejendomskontoret.")),
        new HandoverWithdrawn(Case, Handover),
        new HandoverReminded(Case, Handover),
        new HandoverExpired(Case, Handover),
        new MatterOpened(Matter, 3, Case, Kontor.BoligsocialtKontor, Kontor.Bestyrelseskontor,
            Text(Matter, 32, "title", "Lys i kælderen"), Text(Matter, 33, "summary", "To lamper er gået."), At.AddDays(15)),
        new MatterNoteAdded(Matter, Id(13), Kontor.Bestyrelseskontor, Text(Matter, 34, "text", "Vi ser på det.")),
        new MatterPutOnAgenda(Matter, new DateOnly(2026, 3, 17)),
        new MatterDecided(Matter, Text(Matter, 35, "text", "Nye lamper er bestilt.")),
        new MatterOverdue(Matter, At),
        new MatterClosed(Matter, MatterOutcome.TagetTilEfterretning),
        new MatterReopened(Matter, At.AddDays(15)),
        new TaskCreated(Task, Case, null, Kontor.BoligsocialtKontor, Kontor.Ejendomskontor, User, TaskPurpose.SpoergBeboeren, Text(Case, 36, "title", "Spørg beboeren"), At.AddDays(2)),
        new TaskCompleted(Task),
        new TaskReopened(Task),
        new TaskAssigned(Task, User),
        new TaskOverdue(Task, At),
        new TenantCreated("proevebo", "Prøvebo"),
        new TenantEnded(),
        new OmraadeRegistered(Omraade, "Prøveparken", ["Afdeling Prøve", "Afdeling Øst"]),
        new LejemaalRegistered(Omraade, [new Lejemaal(Id(10), "Afdeling Prøve", "Prøvevej 1, 2. tv.")]),
        new OmraadeSettingsChanged(Omraade, new OmraadeSettings(
            new Dictionary<Kontor, IReadOnlyList<OpeningHours>> { [Kontor.Ejendomskontor] = [new(DayOfWeek.Monday, new TimeOnly(8, 0), new TimeOnly(15, 30))] },
            "00 00 00 02", new DateOnly(2026, 4, 9), [new RoutingRule(Category.Stoej, false, Kontor.Bestyrelseskontor, Kontor.Ejendomskontor)], [new DateOnly(2026, 6, 5)])),
        new SlettereglerChanged(new Sletteregler([new(Category.Restance, null, 36), new(Category.Restance, Outcome.Betalt, 12)], 6, 20)),
        new MembershipGranted(Omraade, User, Kontor.Ejendomskontor, Rolle.Leder, Employer.Boligorganisation),
        new MembershipRevoked(Omraade, User),
        new ClientChanged(User, ClientChange.Registered, SystemScope.Read | SystemScope.Flag, [new ClientPlace(Omraade, Kontor.Ejendomskontor)]),
    ];

    /// <summary>Today's sample as a shape that was shipped before reads back: what it did not have yet is left at its default.</summary>
    internal static Event Before(string file) => (All.Single(e => EventNames.Of(e) == file.Split('.')[0]), file) switch
    {
        (CaseFlagged x, "caseFlagged.1.json") => x with { Saerlig = default, Deling = null, Basis = x.Basis with { Covers = default, Employer = null } },
        (NoteAdded x, "noteAdded.1.json") => x with { Saerlig = default },
        (BeboerDescribed x, "beboerDescribed.1.json") => x with { Saerlig = default },
        (LegalBasisRecorded x, "legalBasisRecorded.1.json") => x with { Deling = null, Basis = x.Basis with { Employer = null } },
        (HandoverOffered x, "handoverOffered.1.json") => x with { Saerlig = default, Deling = null, Grundlag = null },
        var (today, _) => today,
    };

    private static Guid Id(int number) => new($"00000000-0000-4000-8000-{number:D12}");

    private static Secret Own(Guid person, string field, string value) => new(person, null, field, value);

    private static Secret Text(Guid owner, int item, string field, string value) => new(owner, Id(item), field, value);
}
