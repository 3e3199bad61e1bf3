param($Windows)
# A version from an image that nobody has updated yet has no package of its own.
$Windows.ClockOffset = [datetime] '2026-11-22' - [datetime]::Now
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Build = 26200; Edition = 'Professional'; Revision = 4652; StaleDays = 120 }
}
