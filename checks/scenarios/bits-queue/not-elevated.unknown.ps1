param($Windows)
$Windows.Account.Elevated = $false
$Windows.Commands['Get-BitsTransfer'] = { throw [UnauthorizedAccessException]::new('Access is denied.') }
@{
    Reason   = 'not-elevated'
    HResult  = '0x80070005'
    Evidence = @{ Codes = '0x80070005'; Jobs = 0; Limit = 300; OtherJobs = 0; UpdateJobs = 0 }
}
