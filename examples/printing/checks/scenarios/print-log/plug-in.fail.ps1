param($Windows)
$Windows.Events.Add(@{
        Provider = 'Microsoft-Windows-PrintService'; Id = 808; Log = 'Microsoft-Windows-PrintService/Admin'
        Time = [datetime]::UtcNow.AddDays(-1)
        UserData = @{ PluginDllName = 'C:\Windows\System32\spool\DRIVERS\x64\3\old.dll'; ErrorCode = '0x7e'; Context = 0 }
    })
@{ Reason = 'plug-in'; HResult = @('0x8007007E'); Evidence = @{ Plugin = '*old.dll' } }
