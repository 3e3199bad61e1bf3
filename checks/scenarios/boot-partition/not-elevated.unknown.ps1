param($Windows)
# Storage answers to administrators alone.
$Windows.Cim['MSFT_Volume'] = { throw [UnauthorizedAccessException]::new() }
@{
    Reason   = 'unreadable'
    HResult  = @()
    Evidence = @{ Error = 'UnauthorizedAccessException'; Needed = 250 }
}
