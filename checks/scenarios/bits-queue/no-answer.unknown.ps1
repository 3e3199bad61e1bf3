param($Windows)
$Windows.Commands['Get-BitsTransfer'] = { throw [Runtime.InteropServices.COMException]::new('x', 0x80080005) }
@{
    Reason   = 'unreadable'
    HResult  = '0x80080005'
    Evidence = @{ Codes = '0x80080005'; Jobs = 0; Limit = 300; OtherJobs = 0; UpdateJobs = 0 }
}
