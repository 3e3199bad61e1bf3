param($Windows)
$Windows.Services.BITS.Start = 4
@{
    Reason   = 'disabled'
    HResult  = @()
    Evidence = @{ Jobs = 0; Limit = 300; OtherJobs = 0; UpdateJobs = 0 }
}
