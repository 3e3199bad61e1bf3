function Add-RestorePoint([string] $Description) {
    Invoke-JournalledChange 'restore-point' $Description '-' '-' {
        $read = @{ Namespace = 'root/default'; ClassName = 'SystemRestore' }
        $highest = (@(0) + @(Get-CimInstance @read | ForEach-Object { $_.SequenceNumber }) | Measure-Object -Maximum).Maximum
        $with = @{ Description = $Description; RestorePointType = [uint32] 12; EventType = [uint32] 100 }
        $null = Invoke-CimMethod @read -MethodName 'CreateRestorePoint' -Arguments $with -OperationTimeoutSec 900
        # Windows answers success and makes none while the newest one is young.
        if (-not (Get-CimInstance @read | Where-Object -Property SequenceNumber -GT $highest)) { throw 'Windows made no restore point.' }
    }
}
