param($Windows)
$null = $Windows
@{
    Reason   = ''
    HResult  = @()
    Evidence = @{ Jobs = 0; Limit = 300; OtherJobs = 0; UpdateJobs = 0 }
}
