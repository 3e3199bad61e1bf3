param($Windows)
$Windows.Commands['Select-String'] = { throw [UnauthorizedAccessException]::new('Access is denied.') }
@{
    Reason   = 'unreadable'
    HResult  = @()
    Evidence = @{ File = 'C:\Windows\System32\drivers\etc\hosts' }
}
