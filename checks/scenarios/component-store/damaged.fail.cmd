rem Evidence: the component store is damaged
rem DISM calls it so before its repair, and intact after it.
>C:\stand-in\dism.cmd echo if exist C:\repaired echo No component store corruption detected.
>>C:\stand-in\dism.cmd echo if not exist C:\repaired echo The component store is repairable.
>>C:\stand-in\dism.cmd echo if "%%~5"=="/RestoreHealth" echo done^>C:\repaired
